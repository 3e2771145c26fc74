/** How photos of experts are read: the one on the sheet by those to whom its expert has opened it and their name, both by the adviser and by the expert whose they are. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { acting, edge, one, query, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { ExpertReader, ExpertSheetReader } from '../experts/index.ts';
import { ExpertPhoto } from './expert-photo.entity.ts';
import { mayKeepPhotos } from './photo.policy.ts';

const isOwn = (photo: Row<ExpertPhoto>): Sql<boolean> => sql<boolean>`exists (select from expert e where e.uuid = ${photo.sheet} and e.person_id = ${acting.person})`;

/** What is said of consent: to others than those two it is null. */
const told = <T>(photo: Row<ExpertPhoto>, actor: RuleActor, value: Sql): Sql<T | null> => (mayKeepPhotos(actor) ? sql<T | null>`${value}` : sql<T | null>`case when ${isOwn(photo)} then ${value} end`);

const ExpertPhotoReader = reader(ExpertPhoto, {
  rows: (photo, actor) => (mayKeepPhotos(actor) ? undefined : sql<boolean>`(${isOwn(photo)} or (${photo.isConfirmed} and sees_photo(${photo.sheet}, ${photo.visibility})))`),
  fields: (photo, actor) => ({
    key: photo.uuid, visibility: told(photo, actor, photo.visibility), chosenAt: told<Date>(photo, actor, photo.chosenAt), consentedOn: told<string>(photo, actor, photo.consentedOn),
    declinedAt: told<Date>(photo, actor, photo.declinedAt), declineReason: told<string>(photo, actor, photo.declineReason), reasonLocale: told<Locale>(photo, actor, photo.reasonLocale),
    expert: one(ExpertReader, (expert) => sql`${expert.uuid} = ${photo.sheet}`),
  }),
});

edge(ExpertReader, 'photo', { description: 'Their photo; null unless they agreed that you may see it, and their name.', maybe: ExpertPhotoReader, on: (photo, expert) => sql`${photo.sheet} = ${expert.uuid} and ${photo.isConfirmed}` });
edge(ExpertSheetReader, 'photos', {
  description: 'The photo that stands on it, and the one that its expert proposes, in this order.', list: ExpertPhotoReader, on: (photo, sheet) => sql`${photo.sheet} = ${sheet.uuid}`, order: (photo) => [sql`${photo.isConfirmed} desc`, photo.uuid],
});

query('photoProposals', {
  description: 'The photos that experts propose for their own sheets and that nobody has decided about, the oldest first: for the adviser, none for others.',
  list: ExpertPhotoReader,
  // An expert finds theirs on their sheet.
  on: (photo) => sql`not ${photo.isConfirmed} and ${photo.declinedAt} is null and (select is_adviser())`,
  order: (photo) => [photo.broughtAt, photo.uuid],
});
