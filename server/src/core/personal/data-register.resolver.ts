/** Gives the register to anybody: it says what can be kept of persons, not what is. */
import { Query, Resolver } from 'type-graphql';
import { DataRegister } from './data-register.type.ts';
import { declarations } from './declare.ts';
import { dataRegister } from './register.ts';

@Resolver()
export class DataRegisterResolver {
  @Query(() => DataRegister, { description: 'Which data about persons the database can hold, why and how long.' })
  dataRegister(): DataRegister {
    return dataRegister(declarations);
  }
}
