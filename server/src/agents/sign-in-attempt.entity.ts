/** A way to the provider or back from it that somebody has begun in a browser. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Locale } from '@passerelle/shared/locales.ts';

/** Removed when it is used, after ten minutes at the latest. */
@Entity({ tableName: 'sign_in_attempt' })
export class SignInAttempt {
  /** Made from the secret that the browser holds: who reads this table learns nothing that could be used. */
  @PrimaryKey({ type: 'text' })
  key!: string;

  @Property({ type: 'text' })
  locale!: Locale;

  /** The path of this site to go on to; null when they sign out. */
  @Property({ type: 'text', nullable: true })
  back!: string | null;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}
