/** Needs once more: what the plain resolvers answer of them to whoever sees them. What missions do about them is the adviser's and is tried with them. */
import { at, by, id, oneOf, paged, ranked, type Resolve, rowsOf, text, through } from './resolve.ts';
import type { Cell, Row } from './rows.ts';

const latest = (row: Row): Cell => -Number(row.entered_at as Date);
const can: Resolve = (need, _args, { world }) => world.sight.onNeed(need);
/** The needs that a session works on, of those that are seen. */
const ofSession: Resolve = ({ uuid }, _args, { world: { rows } }) => rows.where('session_need', 'session_uuid', uuid!).map((link) => rows.one('need', 'uuid', link.need_uuid!)).filter((need) => need !== null);

export const NEEDS = {
  Query: { needs: paged('Need') },
  Country: { needs: paged('Need', (_world, need, country) => need.country_code === country.code) },
  TrainingSession: { needs: by(ofSession, latest, at('uuid')) },
  types: {
    Need: {
      id: id('Need', 'uuid'), country: oneOf('country', 'country_code'), theme: oneOf('theme', 'theme_code'), can,
      subtheme: oneOf('subtheme', 'subtheme_code'), furtherThemes: by(through('need_theme', 'need_uuid', 'uuid', 'theme', 'theme_code'), at('position')), audiences: by(through('need_audience', 'need_uuid', 'uuid', 'audience', 'audience_code'), at('position')),
      title: text('need_translation', 'need_uuid', 'uuid', 'title'), text: text('need_translation', 'need_uuid', 'uuid', 'text'), texts: by(rowsOf('need_translation', 'need_uuid', 'uuid'), ranked('locale')),
      links: by(rowsOf('need_link', 'need_uuid', 'uuid'), at('position')), history: by(rowsOf('need_step', 'need_uuid', 'uuid'), at('position')),
      trainingSessions: paged('TrainingSession', (world, session, need) => world.rows.where('session_need', 'session_uuid', session.uuid!).some((link) => link.need_uuid === need.uuid)),
    },
    NeedTranslation: {
      isSource: ({ need_uuid: of, locale }, _args, { world }) => world.rows.one('need', 'uuid', of!)!.source_locale === locale,
      isOutdated: ({ need_uuid: of, source_version: version }, _args, { world }) => Number(version) < Number(world.rows.one('need', 'uuid', of!)!.source_version),
    },
  },
} as const satisfies { readonly types: Readonly<Record<string, Readonly<Record<string, Resolve>>>> } & Readonly<Record<string, unknown>>;
