/** The peer "as everybody writes it": Apollo's own server, TypeGraphQL resolvers, MikroORM's populate. A process of its own. */
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { MikroORM } from '@mikro-orm/postgresql';
import { isLocale } from '@passerelle/shared/locales.ts';
import { buildSchema } from 'type-graphql';
import { POOL_SIZE } from '../../pool-size.ts';
import { usualEntities } from './entities.ts';
import { CountryResolver, ExpertResolver, LanguageResolver, ProfessionResolver, SessionResolver, type UsualContext } from './resolvers.ts';

const orm = await MikroORM.init({ clientUrl: process.env.DATABASE_URL!, entities: usualEntities, pool: { min: 0, max: POOL_SIZE }, forceUtcTimezone: true });
const schema = await buildSchema({
  resolvers: [SessionResolver, CountryResolver, ExpertResolver, ProfessionResolver, LanguageResolver], validate: false,
});
const server = new ApolloServer<UsualContext>({ schema, nodeEnv: 'production' });
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async ({ req }) => {
    const locale = String(req.headers['accept-language']);
    return { em: orm.em.fork(), locale: isLocale(locale) ? locale : 'en' };
  },
});
