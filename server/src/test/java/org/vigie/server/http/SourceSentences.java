package org.vigie.server.http;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The sentences of problems as they stand in the sources: templates, whole sentences, and those
 * that are still put together on the spot and so cannot be said in any other language.
 */
record SourceSentences(Set<String> templates, Set<String> sentences, List<String> composed) {

  /** Which arguments of a call are sentences for people. */
  private static final Map<String, Set<Integer>> SAID =
      Map.of(
          "Fault.of", Set.of(1, 2),
          "Problem.of", Set.of(1, 2),
          "ProblemException.of", Set.of(1, 2),
          "ProblemException.notFound", Set.of(0),
          "Challenge.of", Set.of(1),
          "ProcessProblem.notReady", Set.of(0),
          "body.wrong", Set.of(1, 2),
          "each.wrong", Set.of(1, 2),
          "inputs.wrong", Set.of(1, 2));

  static SourceSentences of(Path... roots) throws IOException {
    SourceSentences found =
        new SourceSentences(new TreeSet<>(), new TreeSet<>(), new ArrayList<>());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(under(roots)));
      for (CompilationUnitTree unit : task.parse()) {
        found.read(unit);
      }
    }
    return found;
  }

  private static List<Path> under(Path... roots) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }

  private void read(CompilationUnitTree unit) {
    String file = unit.getSourceFile().getName();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        String method = call.getMethodSelect().toString();
        if (method.equals("Message.of")) {
          template(call.getArguments().get(0));
        }
        for (int at : SAID.getOrDefault(method, Set.of())) {
          if (at < call.getArguments().size()) {
            sentence(file, call.getArguments().get(at));
          }
        }
        return super.visitMethodInvocation(call, nothing);
      }
    }.scan(unit, null);
  }

  private void template(ExpressionTree argument) {
    if (argument instanceof ConditionalExpressionTree either) {
      template(either.getTrueExpression());
      template(either.getFalseExpression());
    }
    constant(argument).ifPresent(templates::add);
  }

  private void sentence(String file, ExpressionTree argument) {
    if (argument instanceof ConditionalExpressionTree either) {
      sentence(file, either.getTrueExpression());
      sentence(file, either.getFalseExpression());
    } else if (argument instanceof BinaryTree && constant(argument).isEmpty()) {
      composed.add(file + ": " + argument);
    }
    constant(argument).ifPresent(sentences::add);
  }

  private static Optional<String> constant(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      return Optional.of(text);
    }
    if (expression instanceof ParenthesizedTree inner) {
      return constant(inner.getExpression());
    }
    if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      Optional<String> left = constant(sum.getLeftOperand());
      Optional<String> right = constant(sum.getRightOperand());
      return left.isPresent() && right.isPresent()
          ? Optional.of(left.get() + right.get())
          : Optional.empty();
    }
    return Optional.empty();
  }
}
