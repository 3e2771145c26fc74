import { describe, expect, it } from 'vitest';
import { all, constant, identifier, join, Late, Param, raw, render, sql } from './sql.ts';

const context = { locale: 'en', probes: [], circle: 'visitor', alias: () => 'r0' } as const;

describe('a fragment of SQL', () => {
  it.each([["' or true --"], [1], [null], [undefined], [{}], [['a']], [{ strings: ['x'], holes: [] }], [new Date(0)]])('refuses a plain value in a hole: %j', (value) => {
    expect(() => sql`select ${value as never}`).toThrow('never a plain value');
  });

  it('sends a parameter that is used twice once, each with its type', () => {
    const [a, b] = [new Param('text', () => 'a'), new Param('int', () => 1)];
    const { text, params } = render(sql`${a} || ${sql`(${b}, ${a})`} ${raw('')}${new Late(() => sql`${b}`)}`, context);
    expect(text).toBe('$1::text || ($2::int, $1::text) $2::int');
    expect(params).toEqual([a, b]);
  });

  it('quotes identifiers and takes no others', () => {
    expect(render(identifier('reader_sr-Latn'), context).text).toBe('"reader_sr-Latn"');
    for (const name of ['', '1a', 'a"b', 'a b', "a'b", 'a;b', 'a\n', 'é', '-a', 'a.b', 'a\0']) expect(() => identifier(name), name).toThrow('Not an identifier');
  });

  it('takes the names of types and nothing else for a cast', () => {
    for (const type of ['text', 'timestamptz', 'double precision', 'text[]', 'uuid']) expect(() => new Param(type, () => null)).not.toThrow();
    for (const type of ['', 'text; drop', 'text)', "text'", 'TEXT', 'varchar(3)', 'text[][]', 'text\n--']) expect(() => new Param(type, () => null), type).toThrow('Not a type name');
  });

  it('quotes constants', () => {
    expect(render(constant("it's '' \\"), context).text).toBe("'it''s '''' \\'");
  });

  it('keeps each predicate whole', () => {
    expect(render(all([sql`a or b`, undefined, sql`c`]), context).text).toBe('(a or b) and (c)');
    expect(render(all([]), context).text).toBe('true');
    expect(render(join([], ', '), context).text).toBe('');
  });
});
