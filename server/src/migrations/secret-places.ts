/** That no text gives away where an organisation is whose place nobody may learn, whoever writes it and whichever comes first. Part of the migration that keeps such places. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Whoever makes an organisation one of those has it alone; whoever publishes, or writes an address beside a name, shares it. */
const LOCK = 7_266_155;

/** What streets are called, in small letters of one alphabet as \`fold\` writes them: by a house number that is near, or that is beside it where the word has other meanings. */
const STREETS = 'rue|avenue|boulevard|bd|chemin|allee|quai|impasse|street|road|lane|rruga|bulevardi|sheshi|ulica|ul|bulevar|bul|trg|cesta|aleja|bulevard|plostad|plosta|οδοσ|οδου|λεωφοροσ|λεωφ|πλατεια|utca|korut|strada|str|bulevardul|calea|soseaua|piata|nabrezje|sokak|sokagi|cadde|caddesi|bulvari|mahallesi|vulicja|vul|prospekt|naberezna';
const BESIDE = 'place|route|cours|square|st|rd|av|rr|kej|put|u|ut|ter|koz|sk|sok|cad|mah';
const NUMBER = '\\d{1,4} ?(bis|[a-z])?';
const ADDRESS = [`\\y(${STREETS})\\y[^;!?]{0,40}?\\y${NUMBER}\\y`, `\\y${NUMBER}\\y[,. ]{1,3}(\\w+ ){0,2}(${STREETS})\\y`, `\\y(${BESIDE})\\.? ${NUMBER}\\y`, `\\y${NUMBER}[,.]? (${BESIDE})\\y`].join('|');

const asking = [`
create function gives_address(the_text text) returns boolean language sql immutable set search_path = public, pg_temp
  return fold(serbian_latin(the_text)) ~ '${ADDRESS}'`, `
create function gives_place_away(the_text text) returns boolean language sql stable ${DEFINER}
  return exists (select from organisation o where o.is_protected and o.kind <> 'INTERNATIONAL' and names_organisation(the_text, o.slug))`,
  'revoke execute on function gives_place_away(text) from public'];

/** Nobody waits with a mission in hand for who protects an organisation, who may wait for missions: they try again instead. */
const refusing = [`
create function refuse_place(the_text text, is_named boolean) returns void language plpgsql volatile ${DEFINER} as $body$ begin
  if not gives_address(the_text) then return; end if;
  if not pg_try_advisory_xact_lock_shared(${LOCK}) then raise exception 'an organisation is being protected' using errcode = 'lock_not_available'; end if;
  if is_named or gives_place_away(the_text) then
    raise exception 'a text gives away the place of an organisation that is protected' using errcode = 'PD003', constraint = 'place_kept_secret';
  end if;
end $body$`, `
create function refuse_places() returns trigger language plpgsql ${DEFINER} as $body$ begin
  perform refuse_place(to_jsonb(new) ->> c, false) from unnest(tg_argv) c where to_jsonb(new) ->> c is not null and (tg_op = 'INSERT' or to_jsonb(new) ->> c is distinct from to_jsonb(old) ->> c);
  return new;
end $body$`, `
create function said_in_meeting(the_meeting uuid) returns text language sql stable ${DEFINER}
  return (select concat_ws(E'\\n', m.host_name, m.override_reason, (select string_agg(concat_ws(E'\\n', t.subject, t.note), E'\\n') from meeting_translation t where t.meeting_uuid = m.uuid)) from meeting m where m.uuid = the_meeting)`, `
create function refuse_places_of_meeting() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if tg_op = 'UPDATE' and not exists (select from unnest(array['organisation_slug', 'host_name', 'override_reason', 'subject', 'note']) c where to_jsonb(new) ->> c is not null and to_jsonb(new) ->> c is distinct from to_jsonb(old) ->> c) then return null; end if;
  perform refuse_place(said_in_meeting(m.uuid), hides_place(m.organisation_slug, m.host_name, null, l.country_code)) from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.uuid = (case tg_table_name when 'meeting' then to_jsonb(new) ->> 'uuid' else to_jsonb(new) ->> 'meeting_uuid' end)::uuid;
  return null;
end $body$`,
  'revoke execute on function refuse_place(text, boolean), said_in_meeting(uuid) from public'];

/**
 * Whoever protects an organisation, adds a protected one or says another name of it waits for whoever publishes, before anything is looked for: of the two the second finds what the first did. What everybody reads of
 * practices and gives the place away is closed then.
 */
const protecting = [`
create function protect_alone() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if tg_table_name = 'organisation_translation' then
    perform from organisation o where o.slug = to_jsonb(new) ->> 'organisation_slug' for no key update;
    if not exists (select from organisation o where o.slug = to_jsonb(new) ->> 'organisation_slug' and o.is_protected) then return new; end if;
  end if;
  perform pg_advisory_xact_lock(${LOCK});
  return new;
end $body$`, `
create function close_practices() returns trigger language plpgsql ${DEFINER} as $body$
declare
  the_slug constant text := coalesce(to_jsonb(new) ->> 'slug', to_jsonb(new) ->> 'organisation_slug');
begin
  if exists (select from organisation o where o.slug = the_slug and o.is_protected and o.kind <> 'INTERNATIONAL') then
    update practice p set is_public = false, version = p.version + 1 where p.is_public and exists (
      select from practice_translation x cross join lateral (select concat_ws(E'\\n', x.title, x.audience, x.result)) t(said) where x.practice_uuid = p.uuid and names_organisation(t.said, the_slug) and gives_address(t.said));
  end if;
  return null;
end $body$`, `
create function hold_places() returns void language sql volatile
  begin atomic select pg_advisory_xact_lock_shared(${LOCK}); end`];

/** Every text that a post, an adviser or a guest writes about missions and practices, by its table; \`secret-places.test.ts\` holds that none is left out. */
export const GUARDED = {
  appraisal: ['text'], availability_call_translation: ['title', 'note'], availability_request: ['remark'], finding_translation: ['text'], leg_contact: ['name', 'function', 'organisation'], mission_cost: ['label'],
  mission_leg: ['lodging_name', 'lodging_address', 'transport'], mission_leg_translation: ['purpose', 'note'], mission_objective_translation: ['text'], mission_report_translation: ['summary', 'evaluation'],
  mission_translation: ['title', 'purpose', 'given_up_reason'], mission_travel: ['carrier'], objective_result_translation: ['text'], opinion: ['remark', 'reason'], practice_translation: ['title', 'audience', 'result'],
  mission_publication_translation: ['summary'], published_result_translation: ['objective', 'text'], published_finding_translation: ['text'],
  mission_photo: ['credit'], mission_photo_translation: ['caption'], published_photo: ['credit'], published_photo_translation: ['caption'],
} as const;

/** The same of what posts see missing, and of why a photo is not taken. */
export const GUARDED_LATER = { need_translation: ['title', 'text'], need_link: ['url', 'label'], need_step: ['reason'], expert_photo: ['decline_reason'] } as const;

/** The same of why needs belong together, or do not. */
export const GUARDED_OF_GROUPS = { common_need_translation: ['title', 'why'], common_need_step: ['reason'], needs_apart: ['reason'] } as const;

/** The same of what posts and authorities ask for. */
export const GUARDED_OF_REQUESTS = { cooperation_request_translation: ['subject', 'text'], cooperation_request_step: ['reason'] } as const;

/** The same of what services of a post think of them. */
export const GUARDED_OF_REQUEST_OPINIONS = { cooperation_request_opinion: ['reason'] } as const;

/** The same of what has become of recommendations. */
export const GUARDED_OF_RECOMMENDATIONS = { recommendation_progress_translation: ['seen'], recommendation_progress_link: ['url', 'label'] } as const;

/** The same of the register of recommendations, which the adviser imports. */
export const GUARDED_OF_REGISTER = { recommendation: ['body', 'source', 'note'], recommendation_translation: ['summary'] } as const;

/** The same of the dates of monitoring bodies. */
export const GUARDED_OF_MONITORING = { monitoring_cycle: ['body', 'source'] } as const;

/** The same of what countries have in their law. */
export const GUARDED_OF_PROVISIONS = { national_provision: ['text', 'reference', 'source'] } as const;

/** The same of what is answered to calls for availability, whom somebody names in their place with it. */
export const GUARDED_OF_SUBSTITUTES = { availability_request: ['remark', 'substitute'] } as const;

/** The same of what the adviser proposes. */
export const GUARDED_OF_PROJECTS = { project_translation: ['title', 'purpose'], project_budget_line: ['label'], project_step: ['reason'] } as const;

/** The same of clearances, which may be for a mission. */
export const GUARDED_OF_CLEARANCES = { clearance: ['given_by', 'remark'] } as const;

/** The same of what posts keep of their countries. */
export const GUARDED_OF_UPKEEP = { holiday_change: ['name', 'source'], travel_note_translation: ['text'] } as const;

/** The same of what coordinates action against trafficking in a country. */
export const GUARDED_OF_COORDINATION = { country_coordination: ['name', 'legal_basis', 'source'] } as const;

const named = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
const PROTECTS = [['organisation', '"is_protected", "kind", "acronym", "country_code"', 'when (new.is_protected) '], ['organisation_translation', '"name"', '']] as const;

const keeping = (guarded: Readonly<Record<string, readonly string[]>>): string[] => Object.entries(guarded).map(
  ([table, columns]) => `create trigger "${table}_keeps_places" before insert or update of ${named(columns)} on "${table}" for each row execute function refuse_places(${columns.map((column) => `'${column}'`).join(', ')})`);

export const secretPlaceTriggersLater: readonly string[] = keeping(GUARDED_LATER);
export const secretPlaceTriggersOfGroups: readonly string[] = keeping(GUARDED_OF_GROUPS);
export const secretPlaceTriggersOfRequests: readonly string[] = keeping(GUARDED_OF_REQUESTS);
export const secretPlaceTriggersOfRequestOpinions: readonly string[] = keeping(GUARDED_OF_REQUEST_OPINIONS);
export const secretPlaceTriggersOfRecommendations: readonly string[] = keeping(GUARDED_OF_RECOMMENDATIONS);
export const secretPlaceTriggersOfRegister: readonly string[] = keeping(GUARDED_OF_REGISTER);
export const secretPlaceTriggersOfMonitoring: readonly string[] = keeping(GUARDED_OF_MONITORING);
export const secretPlaceTriggersOfProvisions: readonly string[] = keeping(GUARDED_OF_PROVISIONS);
export const secretPlaceTriggersOfSubstitutes: readonly string[] = keeping(GUARDED_OF_SUBSTITUTES);
export const secretPlaceTriggersOfProjects: readonly string[] = keeping(GUARDED_OF_PROJECTS);
export const secretPlaceTriggersOfClearances: readonly string[] = keeping(GUARDED_OF_CLEARANCES);
export const secretPlaceTriggersOfUpkeep: readonly string[] = keeping(GUARDED_OF_UPKEEP);
export const secretPlaceTriggersOfCoordination: readonly string[] = keeping(GUARDED_OF_COORDINATION);

export const secretPlaceFunctions: readonly string[] = [
  ...asking, ...refusing, ...protecting,
  ...keeping(GUARDED),
  // What of a meeting is said in one change is looked at together, with whoever hosts it; what is written anew as it was, or goes, is looked at by nobody.
  `create constraint trigger "meeting_keeps_places" after insert or update of "organisation_slug", "host_name", "override_reason" on "meeting" deferrable initially deferred for each row execute function refuse_places_of_meeting()`,
  `create constraint trigger "meeting_translation_keeps_places" after insert or update of "subject", "note" on "meeting_translation" deferrable initially deferred for each row execute function refuse_places_of_meeting()`,
  // By their names before the others that look for what there is.
  ...PROTECTS.map(([table, columns, when]) => `create trigger "${table}_a_protects_alone" before insert or update of ${columns} on "${table}" for each row ${when}execute function protect_alone()`),
  ...PROTECTS.map(([table, columns, when]) => `create trigger "${table}_closes_practices" after insert or update of ${columns} on "${table}" for each row ${when}execute function close_practices()`),
];
