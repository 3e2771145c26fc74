/** What the environment may say. A value that cannot be used stops the server with a sentence. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'proxy-addr';
import { bool, cleanEnv, makeValidator, str } from 'envalid';
import type { AgentProvider } from './agents/index.ts';
import type { Operator } from './core/service/index.ts';
import type { ScannerAddress } from './file-checks/index.ts';

const databaseUrl = makeValidator((input: string) => {
  if (!/^postgres(ql)?:\/\//.test(input)) throw new Error('must begin with postgresql://');
  return input;
});

/** 0 asks the system for a free one. */
const listeningPort = makeValidator((input: string) => {
  const port = Number(input);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('must be a port number');
  return port;
});

/** Where to write to, as a URI: an e-mail address, or the https address of a page. */
const contact = makeValidator((input: string) => {
  if (/^[^\s@:/?#"<>,;]+@[^\s@:/?#"<>,;]+$/.test(input)) return `mailto:${input}`;
  if (!/^(https:\/\/|mailto:)\S+$/i.test(input) || !URL.canParse(input)) throw new Error('must be an e-mail address or begin with https://');
  return new URL(input).href;
});

/** The origin under which people reach the site, without a slash at its end. */
const origin = makeValidator((input: string) => {
  const url = URL.canParse(input) ? new URL(input) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) throw new Error('must be https:// and a host, without a path');
  return url.origin;
});

/** Addresses, ranges (`10.0.0.0/8`) and the names of ranges (`loopback`, `uniquelocal`), with commas between them. */
const addresses = makeValidator((input: string): readonly string[] => {
  const given = input.split(',').map((part) => part.trim()).filter((part) => part !== '');
  compile(given);
  return given;
});

/** How much work a form asks of a browser, as `ProofOfWork` counts it. */
const work = makeValidator((input: string) => {
  if (!/^\d{1,5}$/.test(input)) throw new Error('must be a whole number, 99,999 at most');
  return Number(input);
});

/** How often something may be done. */
const times = makeValidator((input: string) => {
  if (!/^[1-9]\d{0,8}$/.test(input)) throw new Error('must be a whole number, 1 or more');
  return Number(input);
});

const secret = makeValidator((input: string) => {
  if (input.length < 32) throw new Error('must have 32 characters or more');
  return input;
});

/** A server that takes mails, with user and password where it wants them. */
const smtpUrl = makeValidator((input: string) => {
  const url = URL.canParse(input) ? new URL(input) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '') throw new Error('must be smtp:// or smtps:// and a host');
  return input;
});

/** Where clamd listens: `tcp://` with host and port, or the path of a socket. */
const scanner = makeValidator((input: string): ScannerAddress => {
  if (/^(unix:\/\/)?\/\S+$/.test(input)) return { path: input.replace(/^unix:\/\//, '') };
  const url = URL.canParse(input) ? new URL(input) : undefined;
  if (url?.protocol !== 'tcp:' || url.hostname === '' || url.port === '' || url.pathname.length > 1) throw new Error('must be tcp://host:port, or the path of a socket');
  return { host: url.hostname.replace(/^\[(.+)\]$/, '$1'), port: Number(url.port) };
});

/** Who mails are from: an address, alone or in angle brackets after a name. */
const sender = makeValidator((input: string) => {
  if (!/^([^\p{Cc}<>"@,;]+ <[^\s\p{Cc}<>@]+@[^\s\p{Cc}<>@]+>|[^\s\p{Cc}<>@]+@[^\s\p{Cc}<>@]+)$/u.test(input)) throw new Error('must be an e-mail address, or a name and an address in <>');
  return input;
});

/** The issuer of an OpenID provider, as it writes itself. Without TLS only on this machine, to try it out. */
const issuer = makeValidator((input: string) => {
  const isOne = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?![^:/]))[^\s?#@]+$/.test(input);
  if (!isOne || !URL.canParse(input)) throw new Error('must be https:// and a host, with a path or without');
  return input;
});

/** Words with commas between them. */
const words = makeValidator((input: string): readonly string[] => input.split(',').map((part) => part.trim()).filter((part) => part !== ''));

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The user's own PostgreSQL, as its owner; undefined for our own cluster. */
  readonly databaseUrl: string | undefined;
  /** The application role's own URL, where the user has made one. */
  readonly databaseAppUrl: string | undefined;
  /** Where our own cluster and its log live. */
  readonly dataFolder: string;
  /** Whether invented experts and sessions are shown. */
  readonly demonstration: boolean;
  readonly isDevelopment: boolean;
  readonly hsts: boolean;
  /** The origin under which people reach the site (`https://example.org`); undefined when it is not said. */
  readonly publicUrl: string | undefined;
  /** The proxies before the server whose word for where a request comes from is taken: addresses, ranges, `loopback`. */
  readonly trustedProxies: readonly string[];
  /** What the cookies of those who sign in are signed with; undefined when it is not said. */
  readonly signInSecret: string | undefined;
  /** Where agents of the French State sign in; undefined where they do not. */
  readonly agentProvider: AgentProvider | undefined;
  /** How many keys a browser derives, on average, before it sends a form that anybody may send; 0 for none. */
  readonly proofOfWork: number;
  /** How often the API may be asked in five minutes, by the visitors of one network and by one person who is signed in; not counted are our own documents by GET. */
  readonly visitorLimit: number;
  readonly memberLimit: number;
  /** The server that mails are sent by; undefined where none are sent. */
  readonly smtpUrl: string | undefined;
  /** Who mails are from; said wherever there is a server. */
  readonly mailFrom: string | undefined;
  /** Where files are looked at for viruses; undefined where they are not. */
  readonly scanner: ScannerAddress | undefined;
  /** Who answers for the site, as far as they say. */
  readonly operator: Operator;
  readonly projectFolder: string;
}

/** The provider of agents as the environment says it. */
interface ProviderVariables {
  readonly OIDC_ISSUER: string | undefined;
  readonly OIDC_CLIENT_ID: string | undefined;
  readonly OIDC_CLIENT_SECRET: string | undefined;
  readonly OIDC_ALGORITHM: AgentProvider['algorithm'];
  readonly OIDC_GUARANTEES_EMAIL: boolean;
  readonly OIDC_SECOND_FACTOR: readonly string[];
}

function agentProviderOf(env: ProviderVariables): AgentProvider | undefined {
  if (env.OIDC_ISSUER === undefined) return undefined;
  return {
    issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID!, clientSecret: env.OIDC_CLIENT_SECRET!, algorithm: env.OIDC_ALGORITHM,
    guaranteesEmail: env.OIDC_GUARANTEES_EMAIL, secondFactor: env.OIDC_SECOND_FACTOR,
  };
}

/** The file that says that the demonstration was taken away from our own cluster: it does not come back by itself. */
export const removedMark = (dataFolder: string): string => join(dataFolder, 'demonstration-removed');

/** Whether a demonstration is begun where nobody says: on our own cluster, unless it was taken away there. */
const beginsByItself = (databaseUrl: string | undefined, dataFolder: string): boolean => databaseUrl === undefined && !existsSync(removedMark(dataFolder));

/** What each fact about the operator is said by. */
const SAID_BY: Readonly<Record<keyof Operator, string>> = {
  name: 'OPERATOR_NAME', director: 'OPERATOR_DIRECTOR', contact: 'OPERATOR_CONTACT', host: 'OPERATOR_HOST', securityContact: 'SECURITY_CONTACT',
};

/** The variables by which a site that people can reach, or that is no demonstration, should say who answers for it, and does not. */
export function unsaidBy({ operator, publicUrl, demonstration, isDevelopment }: Config): readonly string[] {
  if (isDevelopment || (demonstration && publicUrl === undefined)) return [];
  return (Object.keys(SAID_BY) as (keyof Operator)[]).filter((fact) => operator[fact] === null).map((fact) => SAID_BY[fact]);
}

/** Reads the configuration. Exits with the reasons when a value cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // A variable that is empty says nothing, as one that is not there.
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const neededWith = (name: string) => (said[name] === undefined ? str({ default: undefined }) : str());
  const env = cleanEnv(said, {
    PORT: listeningPort({ default: 4000 }),
    HOST: str({ default: '::' }),
    DATABASE_URL: databaseUrl({ default: undefined }),
    DATABASE_APP_URL: databaseUrl({ default: undefined }),
    DATA_FOLDER: str({ default: `${projectFolder}data` }),
    DEMONSTRATION: str({ choices: ['auto', 'yes', 'no'], default: 'auto' }),
    DEVELOPMENT: bool({ default: false }),
    HSTS: bool({ default: false }),
    PUBLIC_URL: origin({ default: undefined }),
    TRUSTED_PROXIES: addresses({ default: [] }),
    SIGN_IN_SECRET: secret({ default: undefined }),
    OIDC_ISSUER: issuer({ default: undefined }),
    // A provider knows a site by both.
    OIDC_CLIENT_ID: neededWith('OIDC_ISSUER'),
    OIDC_CLIENT_SECRET: neededWith('OIDC_ISSUER'),
    OIDC_ALGORITHM: str({ choices: ['RS256', 'ES256'], default: 'RS256' }),
    OIDC_GUARANTEES_EMAIL: bool({ default: false }),
    OIDC_SECOND_FACTOR: words({ default: ['eidas2', 'eidas3'] }),
    PROOF_OF_WORK: work({ default: 400 }),
    VISITOR_LIMIT: times({ default: 300 }),
    MEMBER_LIMIT: times({ default: 1_500 }),
    SMTP_URL: smtpUrl({ default: undefined }),
    // Without a sender there is nobody to send as.
    MAIL_FROM: said.SMTP_URL === undefined ? sender({ default: undefined }) : sender(),
    CLAMD_URL: scanner({ default: undefined }),
    OPERATOR_NAME: str({ default: undefined }),
    OPERATOR_DIRECTOR: str({ default: undefined }),
    OPERATOR_CONTACT: contact({ default: undefined }),
    OPERATOR_HOST: str({ default: undefined }),
    SECURITY_CONTACT: contact({ default: undefined }),
  });
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseAppUrl: env.DATABASE_APP_URL,
    dataFolder: env.DATA_FOLDER,
    demonstration: env.DEMONSTRATION === 'yes' || (env.DEMONSTRATION === 'auto' && beginsByItself(env.DATABASE_URL, env.DATA_FOLDER)),
    isDevelopment: env.DEVELOPMENT,
    hsts: env.HSTS,
    publicUrl: env.PUBLIC_URL,
    trustedProxies: env.TRUSTED_PROXIES,
    signInSecret: env.SIGN_IN_SECRET,
    agentProvider: agentProviderOf(env),
    proofOfWork: env.PROOF_OF_WORK,
    visitorLimit: env.VISITOR_LIMIT,
    memberLimit: env.MEMBER_LIMIT,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    scanner: env.CLAMD_URL,
    operator: {
      name: env.OPERATOR_NAME ?? null,
      director: env.OPERATOR_DIRECTOR ?? null,
      contact: env.OPERATOR_CONTACT ?? null,
      host: env.OPERATOR_HOST ?? null,
      securityContact: env.SECURITY_CONTACT ?? null,
    },
    projectFolder,
  };
}
