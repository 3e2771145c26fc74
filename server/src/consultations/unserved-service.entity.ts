/** A service of the post of a leg for which nobody has an account, so that nobody could read that it is asked: known before it is, to whoever consults. */
import { Entity, Enum, ManyToOne } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { MissionLeg } from '../missions/index.ts';
import { PostService } from './consultation.entity.ts';

// The view is its owner's, whom the rules of the tables do not bind: it gives of a leg what whoever consults about it may know.
@ObjectType({ description: 'A service of a post for which nobody could answer: seen by the adviser.' })
@Entity({
  tableName: 'unserved_service', view: true,
  expression: `select l.uuid as leg_uuid, s.service from mission_leg l cross join (values ('SCAC'), ('SSI')) s(service)
    where (select is_adviser() as is_adviser) and (l.is_demonstration or not (select acts_invented() as acts_invented))
      and not exists (select from member m where m.role = s.service and m.country_code = l.country_code and is_invented(m.person_id) = l.is_demonstration and is_serving(m.person_id, l.country_code, s.service))`,
})
export class UnservedService {
  @ManyToOne(() => MissionLeg, { primary: true, fieldName: 'leg_uuid' })
  leg!: MissionLeg;

  @Enum({ items: () => PostService, primary: true })
  @Field(() => PostService, { description: 'Which service.' })
  service!: PostService;
}
