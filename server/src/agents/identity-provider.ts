/** The provider at which agents of the French State show who they are: OpenID Connect, as ProConnect asks for it. */
import * as oidc from 'openid-client';
import { isUnreachable } from './provider-fault.ts';

/** How the provider knows this site, and what its word is worth here. */
export interface AgentProvider {
  /** Its address as it calls itself: `https://`, or `http://` on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How it signs for us, as was agreed when the site was registered there: nothing else is accepted. */
  readonly algorithm: 'RS256' | 'ES256';
  /** Whether an address is somebody's own though the provider does not say `email_verified`; where it says false, it never is. */
  readonly guaranteesEmail: boolean;
  /** The levels (`acr`) of those who have shown two factors. */
  readonly secondFactor: readonly string[];
}

/** Whom the provider has recognised: checked, and what it says of them. */
export interface Identity {
  readonly issuer: string;
  /** What the provider calls the person, for ever. */
  readonly subject: string;
  /** In lower case; null unless the provider stands for it. */
  readonly email: string | null;
  readonly hasSecondFactor: boolean;
  /** What the provider is shown when the person signs out. */
  readonly idToken: string;
}

/** What a sign-in is bound to: each known to one browser and one attempt. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const SCOPE = 'openid email';
/** Asks to be told how surely the person was recognised. */
const CLAIMS = JSON.stringify({ id_token: { acr: null } });
/** For one answer of the provider, in seconds. */
const PATIENCE = 4;
/** For how many milliseconds what the provider says of itself is good; its keys are asked for again by the library. */
const METADATA_LASTS = 3_600_000;

export class IdentityProvider {
  readonly #settings: AgentProvider;
  readonly #patience: number;
  #known: { readonly at: number; readonly configuration: oidc.Configuration } | undefined;
  #underWay: Promise<oidc.Configuration> | undefined;

  /** `patience` is for one answer, in seconds. */
  constructor(settings: AgentProvider, patience: number = PATIENCE) {
    this.#settings = settings;
    this.#patience = patience;
  }

  /** Where to send the browser. Throws what `outcomeOf` understands. */
  async begin({ state, nonce, verifier }: Secrets, callback: string): Promise<string> {
    const configuration = await this.#configuration();
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callback, scope: SCOPE, state, nonce, claims: CLAIMS,
      ...(knowsPkce(configuration) && { code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }),
    }).href;
  }

  /** Whom the browser comes back as, at `address`. Throws what `outcomeOf` understands. */
  async complete(address: URL, { state, nonce, verifier }: Secrets): Promise<Identity> {
    const configuration = await this.#configuration();
    const proof = knowsPkce(configuration) && { pkceCodeVerifier: verifier };
    const tokens = await oidc.authorizationCodeGrant(configuration, address, { expectedState: state, expectedNonce: nonce, ...proof, idTokenExpected: true });
    const { sub, acr } = tokens.claims()!;
    const info = await oidc.fetchUserInfo(configuration, tokens.access_token, sub);
    const { issuer } = configuration.serverMetadata();
    this.#expectForUs(info, issuer);
    return {
      issuer, subject: sub, email: this.#emailOf(info), idToken: tokens.id_token!,
      hasSecondFactor: typeof acr === 'string' && this.#settings.secondFactor.includes(acr),
    };
  }

  /** Where to send the browser to sign out of the provider too; null when the provider has no such place, or cannot be asked. */
  async end(idToken: string, state: string, afterwards: string): Promise<string | null> {
    try {
      const configuration = await this.#configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(configuration, { id_token_hint: idToken, state, post_logout_redirect_uri: afterwards }).href;
    } catch (error) {
      if (isUnreachable(error)) return null;
      throw error;
    }
  }

  /** The library takes a signed answer that names no issuer and no audience; ProConnect's names both, and one without could be another's. */
  #expectForUs({ iss, aud }: oidc.UserInfoResponse, issuer: string): void {
    if (iss !== issuer || ![aud].flat().includes(this.#settings.clientId)) throw new Error('What is said of the person does not say who says it to whom');
  }

  #emailOf({ email, email_verified: isVerified = this.#settings.guaranteesEmail }: oidc.UserInfoResponse): string | null {
    return typeof email === 'string' && isVerified === true ? email.toLowerCase() : null;
  }

  /** What is known of the provider: asked for once an hour; an old answer is better than none. */
  async #configuration(): Promise<oidc.Configuration> {
    const known = this.#known;
    if (known && Date.now() - known.at < METADATA_LASTS) return known.configuration;
    this.#underWay ??= this.#discover().finally(() => (this.#underWay = undefined));
    try {
      return await this.#underWay;
    } catch (error) {
      if (known && isUnreachable(error)) return known.configuration;
      throw error;
    }
  }

  async #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret, algorithm } = this.#settings;
    const configuration = await oidc.discovery(
      new URL(issuer), clientId, { id_token_signed_response_alg: algorithm, userinfo_signed_response_alg: algorithm }, oidc.ClientSecretPost(clientSecret),
      { timeout: this.#patience, execute: [oidc.enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [])] },
    );
    this.#known = { at: Date.now(), configuration };
    return configuration;
  }
}

/** A provider that does not say that it knows PKCE is not sent it: ProConnect answers what it does not know with an error. The nonce binds the code all the same. */
function knowsPkce(configuration: oidc.Configuration): boolean {
  return configuration.serverMetadata().supportsPKCE();
}
