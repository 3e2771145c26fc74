/** Networks from which somebody has lately signed in by a link: from there they are sent links whatever others ask for in their name. */
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Person } from './person.entity.ts';

@Entity({ tableName: 'sign_in_network' })
export class SignInNetwork {
  @ManyToOne(() => Person, { primary: true, deleteRule: 'cascade' })
  person!: Person;

  /** A hash of it and of their address, which only the server could compare with one: no network is known by it, nor is it seen that two people have the same. */
  @PrimaryKey({ type: 'text' })
  network!: string;

  /** When last. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  signedInAt!: Date;
}
