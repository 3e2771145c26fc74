/** A proof of work that was used: so that it is used once, whichever process is given it. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'spent_proof' })
export class SpentProof {
  /** The number, drawn by chance, that makes a challenge another than all others. */
  @PrimaryKey({ type: 'text' })
  nonce!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}
