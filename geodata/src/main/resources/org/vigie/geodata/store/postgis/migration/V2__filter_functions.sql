-- What CQL2 filters need beside the operators of PostgreSQL. The in-memory evaluator has the same
-- (TextFolding, ArithmeticOperator); tests compare the two.

-- Full case folding by case mappings of ICU, independent of the database's locale. The first step
-- brings capital sharp s to the one that has an upper case; both lower-case sigmas count as one.
create function vigie.casei(text) returns text
  language sql immutable strict parallel safe
  as $$ select replace(lower(upper(lower($1 collate "und-x-icu"))), 'ς', 'σ') collate "C" $$;

-- Decomposes, drops the blocks of combining diacritical marks, composes again.
create function vigie.accenti(text) returns text
  language sql immutable strict parallel safe
  as $$ select normalize(regexp_replace(normalize($1 collate "C", nfd),
          '[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]', '', 'g'), nfc) $$;

-- Double precision without errors: what is undefined is unknown (null). Operands beyond 1e150 are
-- unknown too and those below 1e-150 count as zero, so that no step overflows or underflows.
create function vigie.arithmetic(operator text, a float8, b float8) returns float8
  language plpgsql immutable strict parallel safe
  as $$
declare
  x float8 := case when abs(a) < 1e-150 then 0 else a end;
  y float8 := case when abs(b) < 1e-150 then 0 else b end;
  exponent float8;
begin
  if abs(a) > 1e150 or abs(b) > 1e150 then
    return null;
  elsif operator = 'PLUS' then
    return x + y;
  elsif operator = 'MINUS' then
    return x - y;
  elsif operator = 'TIMES' then
    return x * y;
  elsif operator = 'DIVIDE' then
    return case when y <> 0 then x / y end;
  elsif operator = 'DIV' then
    return case when y <> 0 then trunc(x / y) end;
  elsif operator = 'MODULO' then
    return case when y <> 0 then x - y * trunc(x / y) end;
  elsif operator <> 'POWER' then
    raise exception 'no operator %', operator;
  elsif x = 0 then
    return case when y > 0 then 0 when y = 0 then 1 end;
  elsif x < 0 and y <> trunc(y) then
    return null;
  end if;
  exponent := y * ln(abs(x));
  return case when exponent <= -345 then 0 when exponent <= 345 then power(x, y) end;
end $$;
