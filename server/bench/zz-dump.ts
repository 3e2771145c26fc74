import { MikroORM } from '@mikro-orm/postgresql';
import { parse, validate } from 'graphql';
import { writeFileSync } from 'node:fs';
import { ReadEngine, useMetadata, VISITOR } from '../src/core/reader/index.ts';
import { ormOptions } from '../src/orm.ts';
import { createSchema } from '../src/schema.ts';
import { QUESTIONS } from './catalogue/documents.ts';
const orm = new MikroORM(ormOptions('postgresql://localhost/none'));
useMetadata(orm.getMetadata());
const schema = await createSchema();
for (const [n, q] of Object.entries(QUESTIONS)) {
  const doc = parse(q.document);
  console.log(n, validate(schema, doc).map(e=>e.message));
  const engine = new ReadEngine(schema, async (s) => { writeFileSync(`/tmp/product-${n}.json`, JSON.stringify(s)); console.log(n, s.text.length, s.values); return '{}'; });
  await engine.execute({ document: doc, variables: q.variables, context: { locale: 'ro', actor: VISITOR }, trusted: true }).catch((e)=>console.log(e.message));
}
