// Puts the words of a language into one file, as the styles are: they are asked for together, and two dozen small answers cost
// more over a bad line than what is in them.
const IMPORT = /^import \{ ([^}]+) \} from '([^']+)';\n/gm;

/**
 * @param {string} page the module that joins the parts
 * @param {(name: string) => string} read text of a part, by its name as the page imports it
 * @returns {{text: string, parts: string[]}} the same module without imports of its parts; names of the parts
 */
export function joined(page, read) {
  const parts = [...page.matchAll(IMPORT)].map(([, , from]) => from).filter((from) => from.startsWith('./'));
  const others = new Map();
  const take = (/** @type {string} */ text) => text.replace(IMPORT, (_, names, from) => {
    if (!parts.includes(from)) {
      others.set(from, new Set([...(others.get(from) ?? []), ...names.split(', ')]));
    }
    return '';
  });
  // Each part in a function of its own: what it names for itself is nobody else's.
  const bodies = parts.map((name) => {
    const text = take(read(name));
    const given = [...text.matchAll(/^export const (\w+)/gm)].map(([, each]) => each).join(', ');
    return `const { ${given} } = (() => {\n${text.replace(/^export const/gm, 'const')}\nreturn { ${given} };\n})();\n`;
  });
  const rest = take(page);
  const imports = [...others].map(([from, names]) => `import { ${[...names].join(', ')} } from '${from}';\n`);
  return { text: imports.join('') + bodies.join('') + rest, parts };
}
