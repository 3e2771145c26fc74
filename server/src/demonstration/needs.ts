/** Invented needs of posts: in all sixteen languages, some said in others, of several countries about the same, and in every place where a need can stand. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { NeedCriterion, NeedPillar, NeedStatus } from '../needs/index.ts';

/** Keys are drawn by chance, once: the same demonstration has the same. `ago`: how many days ago it was entered. */
interface Invented {
  readonly uuid: string;
  readonly country: string;
  readonly locale: string;
  readonly theme: string;
  /** A part of its theme; none where it is left out. */
  readonly subtheme?: string;
  readonly further: readonly string[];
  readonly pillar: NeedPillar;
  readonly audiences: readonly string[];
  readonly criteria: readonly NeedCriterion[];
  readonly status: NeedStatus;
  readonly ago: number;
  readonly by: 'SCAC' | 'SSI';
  readonly title: string;
  readonly text: string;
  readonly translated: readonly [locale: string, title: string, text: string] | null;
}

const NEEDS: readonly Invented[] = [
  { uuid: '1df564db-fcc2-4e9a-8446-0750dbaebd84', country: 'AL', locale: 'sq', theme: 'ASSISTANCE', subtheme: 'SHELTER', further: ['CHILD_TRAFFICKING'], pillar: 'PROTECTION', audiences: ['SOCIAL_SERVICES', 'NGOS'], criteria: ['CHILDREN', 'NO_ANSWER'], status: 'TAKEN_UP', ago: 220, by: 'SCAC', title: 'Mungojnë vende strehimi për të mitur (shembull i trilluar)', text: 'Në veri nuk ka asnjë vend strehimi për të mitur. Do të ndihmonte një standard i përbashkët dhe një shkëmbim me qendra franceze.', translated: ['fr', 'Il manque des places d’accueil pour mineurs (exemple inventé)', 'Dans le nord, aucune place d’accueil n’existe pour les mineurs. Une norme commune et un échange avec des centres français aideraient.'] },
  { uuid: '2b008fdd-0034-45de-b93b-b8fab24ee74d', country: 'AL', locale: 'sq', theme: 'FINANCIAL_INVESTIGATION', further: [], pillar: 'PROSECUTION', audiences: ['MAGISTRATES'], criteria: ['RECOMMENDED'], status: 'SUBMITTED', ago: 6, by: 'SSI', title: 'Trajnim për hetimin financiar (shembull i trilluar)', text: 'Prokurorët kërkojnë një trajnim praktik për gjurmimin e parave.', translated: null },
  { uuid: '8034f7cc-a399-428c-bbbd-226f5220a821', country: 'BA', locale: 'bs', theme: 'REFERRAL', subtheme: 'NATIONAL_REFERRAL', further: [], pillar: 'PARTNERSHIP', audiences: ['POLICE', 'SOCIAL_SERVICES'], criteria: ['REGIONAL'], status: 'UNDER_REVIEW', ago: 40, by: 'SCAC', title: 'Zajednički obrazac za upućivanje (izmišljeni primjer)', text: 'Svaki kanton ima svoj obrazac. Pomogao bi jedan zajednički, s kratkim uputstvom.', translated: ['fr', 'Un formulaire commun d’orientation (exemple inventé)', 'Chaque canton a son formulaire. Un seul, commun, avec un court mode d’emploi, aiderait.'] },
  { uuid: '759f859b-0922-41dd-890b-fe3f29ad9852', country: 'BA', locale: 'hr', theme: 'LABOUR_EXPLOITATION', further: [], pillar: 'PROSECUTION', audiences: ['LABOUR_INSPECTORATE'], criteria: ['RISING'], status: 'SUBMITTED', ago: 3, by: 'SSI', title: 'Vještine inspektora rada (izmišljeni primjer)', text: 'Inspektori rada traže obuku o znakovima iskorištavanja na gradilištima.', translated: null },
  { uuid: '6213341d-d032-476c-88b3-d4c2d12ef786', country: 'BG', locale: 'bg', theme: 'IDENTIFICATION', further: ['LABOUR_EXPLOITATION'], pillar: 'PROTECTION', audiences: ['LABOUR_INSPECTORATE', 'POLICE'], criteria: ['RISING', 'REGIONAL'], status: 'SUBMITTED', ago: 12, by: 'SCAC', title: 'Показатели за разпознаване в земеделието (измислен пример)', text: 'Инспекторите нямат общи показатели за сезонната работа. Би помогнал наръчник на български.', translated: ['en', 'Indicators for seasonal work (invented example)', 'Inspectors have no common indicators for seasonal work. A manual in Bulgarian would help.'] },
  { uuid: 'a3e4ab95-b354-4a90-aca1-142fb444397d', country: 'BG', locale: 'bg', theme: 'COMPENSATION', further: [], pillar: 'PROTECTION', audiences: ['LAWYERS'], criteria: ['RECOMMENDED'], status: 'DECLINED', ago: 150, by: 'SCAC', title: 'Фонд за обезщетение (измислен пример)', text: 'Обезщетенията се изплащат бавно. Искаме да познаем френския опит.', translated: null },
  { uuid: 'beec376b-5d26-40ca-bf6b-9d86431053d6', country: 'CY', locale: 'el', theme: 'IDENTIFICATION', further: [], pillar: 'PROTECTION', audiences: ['POLICE', 'BORDER_GUARDS'], criteria: ['NO_ANSWER'], status: 'SUBMITTED', ago: 9, by: 'SCAC', title: 'Διερμηνείς στα πρώτα λεπτά (επινοημένο παράδειγμα)', text: 'Στα σημεία εισόδου λείπουν διερμηνείς. Θα βοηθούσε μια κοινή υπηρεσία εξ αποστάσεως.', translated: null },
  { uuid: 'd3797ee7-5650-4345-84bb-e1512304f0af', country: 'CY', locale: 'tr', theme: 'PREVENTION', further: [], pillar: 'PREVENTION', audiences: ['EDUCATION'], criteria: [], status: 'SUBMITTED', ago: 18, by: 'SCAC', title: 'Okullar için önleme gereçleri (uydurma örnek)', text: 'Öğretmenler kendi dillerinde kısa bir ders paketi istiyor.', translated: null },
  { uuid: '4a85b712-ba8b-4bef-975c-33304b501d12', country: 'GR', locale: 'el', theme: 'LABOUR_EXPLOITATION', further: [], pillar: 'PROSECUTION', audiences: ['LABOUR_INSPECTORATE', 'MAGISTRATES'], criteria: ['RISING'], status: 'TAKEN_UP', ago: 300, by: 'SSI', title: 'Κοινές επιθεωρήσεις σε εποχική εργασία (επινοημένο παράδειγμα)', text: 'Επιθεωρητές και αστυνομία δουλεύουν χωριστά. Θα βοηθούσε μια κοινή άσκηση.', translated: ['fr', 'Des inspections communes du travail saisonnier (exemple inventé)', 'Inspecteurs et police travaillent séparément. Un exercice commun aiderait.'] },
  { uuid: '2fe6c4b1-8c7a-4c88-84d5-efc6f202da30', country: 'HR', locale: 'hr', theme: 'ONLINE_RECRUITMENT', further: ['PREVENTION'], pillar: 'PREVENTION', audiences: ['EDUCATION', 'POLICE'], criteria: ['RISING', 'CHILDREN'], status: 'UNDER_REVIEW', ago: 60, by: 'SCAC', title: 'Vrbovanje preko interneta (izmišljeni primjer)', text: 'Škole i policija nemaju zajednički materijal o vrbovanju preko interneta i o lažnim oglasima za posao.', translated: null },
  { uuid: 'd1e7129e-e391-48b0-bd7b-bc4311bef865', country: 'HU', locale: 'hu', theme: 'CHILD_TRAFFICKING', further: ['IDENTIFICATION'], pillar: 'PROTECTION', audiences: ['SOCIAL_SERVICES', 'MAGISTRATES'], criteria: ['CHILDREN', 'LIVES'], status: 'SUBMITTED', ago: 2, by: 'SCAC', title: 'Gyermekbarát meghallgatás (kitalált példa)', text: 'Kevés a felszerelt helyiség és a képzett szakember. Közös képzés segítene.', translated: ['en', 'Child-friendly hearings (invented example)', 'Few rooms are equipped and few professionals trained. A joint training would help.'] },
  { uuid: 'b9215809-f541-4a58-bbc2-95846d8acd40', country: 'HU', locale: 'hu', theme: 'INTERNATIONAL_COOPERATION', further: [], pillar: 'PARTNERSHIP', audiences: ['MAGISTRATES'], criteria: ['DEADLINE'], status: 'ADDRESSED', ago: 400, by: 'SSI', title: 'Közös nyomozócsoport mintája (kitalált példa)', text: 'Az ügyészségek mintaszerződést kérnek közös nyomozócsoportokhoz.', translated: null },
  { uuid: 'b16752e1-c4f8-4060-b71d-a8774b7aa787', country: 'MD', locale: 'ro', theme: 'RETURN_REINTEGRATION', subtheme: 'REINTEGRATION', further: ['ASSISTANCE'], pillar: 'PROTECTION', audiences: ['SOCIAL_SERVICES', 'NGOS'], criteria: ['NO_ANSWER', 'REGIONAL'], status: 'SUBMITTED', ago: 15, by: 'SCAC', title: 'Sprijin după întoarcere (exemplu inventat)', text: 'Serviciile locale nu au mijloace pentru a însoți persoanele după întoarcere. Ar ajuta un program pe doi ani.', translated: ['fr', 'Un appui après le retour (exemple inventé)', 'Les services locaux n’ont pas les moyens d’accompagner les personnes après leur retour. Un programme de deux ans aiderait.'] },
  { uuid: 'a380818e-906e-4687-b7d6-e3c87953ffb1', country: 'ME', locale: 'cnr', theme: 'FORCED_BEGGING', further: ['CHILD_TRAFFICKING'], pillar: 'PROTECTION', audiences: ['POLICE', 'SOCIAL_SERVICES'], criteria: ['CHILDREN'], status: 'UNDER_REVIEW', ago: 33, by: 'SCAC', title: 'Zajednički timovi u turističkoj sezoni (izmišljeni primjer)', text: 'Ljeti nedostaju timovi policije i socijalne službe. Pomogla bi obuka prije sezone.', translated: null },
  { uuid: 'f32b2716-6134-41ab-ab16-1bb2572438b2', country: 'MK', locale: 'mk', theme: 'REFERRAL', subtheme: 'NATIONAL_REFERRAL', further: ['ASSISTANCE'], pillar: 'PARTNERSHIP', audiences: ['NGOS', 'SOCIAL_SERVICES'], criteria: ['RECOMMENDED', 'REGIONAL'], status: 'TAKEN_UP', ago: 180, by: 'SCAC', title: 'Насоки за упатување (измислен пример)', text: 'Организациите бараат јасни чекори за упатување, на македонски и на албански.', translated: ['fr', 'Des étapes claires d’orientation (exemple inventé)', 'Les organisations demandent des étapes claires d’orientation, en macédonien et en albanais.'] },
  { uuid: 'd14da56a-361e-4e7b-b8c8-0cca34642d69', country: 'MK', locale: 'sq', theme: 'PREVENTION', further: [], pillar: 'PREVENTION', audiences: ['EDUCATION'], criteria: ['REGIONAL'], status: 'WITHDRAWN', ago: 90, by: 'SCAC', title: 'Fushatë në shkolla (shembull i trilluar)', text: 'Shkollat kërkojnë materiale për nxënësit.', translated: null },
  { uuid: '9f5ac617-3319-437e-bcf5-05d9684b0511', country: 'RO', locale: 'ro', theme: 'ONLINE_RECRUITMENT', further: ['FINANCIAL_INVESTIGATION'], pillar: 'PROSECUTION', audiences: ['POLICE'], criteria: ['RISING'], status: 'SUBMITTED', ago: 8, by: 'SSI', title: 'Probe digitale (exemplu inventat)', text: 'Unitățile locale cer instrumente și instruire pentru probe digitale.', translated: ['en', 'Digital evidence (invented example)', 'Local units ask for tools and training for digital evidence.'] },
  { uuid: 'e4fd5b32-36f0-4f75-b45a-d05c19483656', country: 'RO', locale: 'ro', theme: 'WITNESS_PROTECTION', further: [], pillar: 'PROSECUTION', audiences: ['MAGISTRATES'], criteria: ['DEADLINE'], status: 'ADDRESSED', ago: 500, by: 'SCAC', title: 'Audierea la distanță (exemplu inventat)', text: 'Instanțele cer un ghid pentru audierea la distanță.', translated: null },
  { uuid: '226544c6-22c7-4c83-b9fd-a37461928326', country: 'RS', locale: 'sr-Cyrl', theme: 'ASSISTANCE', subtheme: 'SHELTER', further: ['CHILD_TRAFFICKING'], pillar: 'PROTECTION', audiences: ['SOCIAL_SERVICES'], criteria: ['CHILDREN', 'REGIONAL'], status: 'SUBMITTED', ago: 5, by: 'SCAC', title: 'Смештај за децу на југу (измишљени пример)', text: 'На југу земље нема прилагођеног смештаја за децу. Помогла би заједничка норма са суседима.', translated: ['fr', 'Un hébergement pour enfants dans le sud (exemple inventé)', 'Dans le sud, il n’y a pas d’hébergement adapté aux enfants. Une norme commune avec les voisins aiderait.'] },
  { uuid: 'a3539a91-2672-4e5a-a6ef-99c3429617c2', country: 'RS', locale: 'sr-Latn', theme: 'LABOUR_EXPLOITATION', further: [], pillar: 'PROSECUTION', audiences: ['LABOUR_INSPECTORATE'], criteria: ['RISING'], status: 'DECLINED', ago: 120, by: 'SSI', title: 'Kontrola agencija za zapošljavanje (izmišljeni primer)', text: 'Inspekcija traži zajedničku obuku o agencijama koje šalju radnike u inostranstvo.', translated: null },
  { uuid: '63cd9e1e-d0ba-42f7-9240-a247e625e529', country: 'SI', locale: 'sl', theme: 'NON_PUNISHMENT', further: [], pillar: 'PROTECTION', audiences: ['MAGISTRATES', 'LAWYERS'], criteria: ['RECOMMENDED', 'DEADLINE'], status: 'UNDER_REVIEW', ago: 25, by: 'SCAC', title: 'Načelo nekaznovanja v praksi (izmišljen primer)', text: 'Sodniki in odvetniki prosijo za izmenjavo o sodni praksi.', translated: ['fr', 'Le principe de non-sanction en pratique (exemple inventé)', 'Juges et avocats demandent un échange sur la jurisprudence.'] },
  { uuid: '1554a4a2-c5b1-49fd-a05a-51b3fba4c318', country: 'TR', locale: 'tr', theme: 'SEXUAL_EXPLOITATION', further: ['ASSISTANCE'], pillar: 'PROTECTION', audiences: ['NGOS', 'HEALTH'], criteria: ['NO_ANSWER'], status: 'SUBMITTED', ago: 11, by: 'SCAC', title: 'Sağlık çalışanları için eğitim (uydurma örnek)', text: 'Sağlık çalışanları belirtileri tanımak için kısa bir eğitim istiyor.', translated: null },
  { uuid: '5fad57b7-b237-4ad7-a5a9-ea4f05c41c8d', country: 'UA', locale: 'uk', theme: 'CHILD_TRAFFICKING', further: ['PROTECTION', 'ONLINE_RECRUITMENT'], pillar: 'PROTECTION', audiences: ['SOCIAL_SERVICES', 'BORDER_GUARDS'], criteria: ['LIVES', 'CHILDREN', 'RISING'], status: 'TAKEN_UP', ago: 75, by: 'SCAC', title: 'Захист дітей у дорозі (вигаданий приклад)', text: 'Діти перетинають кордон без супроводу. Допомогла б спільна процедура з сусідніми країнами.', translated: ['fr', 'Protéger les enfants sur les routes (exemple inventé)', 'Des enfants passent la frontière non accompagnés. Une procédure commune avec les pays voisins aiderait.'] },
  { uuid: '1bd2278b-7928-4596-9b1d-2535434823b0', country: 'UA', locale: 'uk', theme: 'ONLINE_RECRUITMENT', further: [], pillar: 'PREVENTION', audiences: ['POLICE'], criteria: ['RISING'], status: 'SUBMITTED', ago: 1, by: 'SSI', title: 'Оголошення про роботу в інтернеті (вигаданий приклад)', text: 'Потрібен спільний перелік ознак неправдивих оголошень про роботу, якими вербують в інтернеті.', translated: null },
  { uuid: '9c7adad9-27b2-4dc3-90b3-8455497c0980', country: 'XK', locale: 'sq', theme: 'COMPENSATION', subtheme: 'LEGAL_AID', further: [], pillar: 'PROTECTION', audiences: ['LAWYERS', 'MAGISTRATES'], criteria: ['RECOMMENDED'], status: 'SUBMITTED', ago: 20, by: 'SCAC', title: 'Kompensimi në praktikë (shembull i trilluar)', text: 'Avokatët kërkojnë një udhërrëfyes për kërkesat e kompensimit.', translated: null },
  { uuid: '13d7de2a-e528-4173-9234-9d860248d47b', country: 'XK', locale: 'sr-Latn', theme: 'REFERRAL', subtheme: 'NATIONAL_REFERRAL', further: [], pillar: 'PARTNERSHIP', audiences: ['NGOS'], criteria: ['REGIONAL'], status: 'WITHDRAWN', ago: 130, by: 'SCAC', title: 'Upućivanje između opština (izmišljeni primer)', text: 'Potreban je zajednički obrazac.', translated: null },
  { uuid: '88a00e0f-a0e3-4beb-9efe-74c69c140e50', country: 'MD', locale: 'fr', theme: 'ORGAN_REMOVAL', further: [], pillar: 'PROSECUTION', audiences: ['HEALTH', 'POLICE'], criteria: [], status: 'DECLINED', ago: 260, by: 'SSI', title: 'Former les services hospitaliers (exemple inventé)', text: 'Les hôpitaux demandent une information sur les signes à connaître.', translated: null },
  { uuid: 'e4592287-6304-4ef9-aca6-de356632f819', country: 'CY', locale: 'en', theme: 'LABOUR_EXPLOITATION', further: ['IDENTIFICATION'], pillar: 'PROTECTION', audiences: ['LABOUR_INSPECTORATE'], criteria: ['NO_ANSWER', 'RISING'], status: 'UNDER_REVIEW', ago: 50, by: 'SCAC', title: 'Domestic work out of sight (invented example)', text: 'Inspectors may not enter homes. Exchange with countries that have found another way would help.', translated: null },
];

const LINK = { url: 'https://www.coe.int/en/web/anti-human-trafficking', label: 'GRETA' };

/** By what way a need came to where it stands, after it was entered. */
const WAYS: Readonly<Record<NeedStatus, readonly NeedStatus[]>> = {
  SUBMITTED: [], UNDER_REVIEW: ['UNDER_REVIEW'], TAKEN_UP: ['UNDER_REVIEW', 'TAKEN_UP'], ADDRESSED: ['UNDER_REVIEW', 'TAKEN_UP', 'ADDRESSED'], DECLINED: ['UNDER_REVIEW', 'DECLINED'], WITHDRAWN: ['WITHDRAWN'],
};
const REASON = 'Un autre programme y répond déjà (exemple inventé).';

/** Writes them, once there are people. `em` is the owner's. */
export async function fillNeeds(em: EntityManager): Promise<void> {
  for (const need of NEEDS) await writeNeed(em, need);
}

const POST = '(select id from person where is_demonstration and email = ?)';

async function writeNeed(em: EntityManager, need: Invented): Promise<void> {
  const { uuid, country, locale, theme, subtheme = null, further, pillar, audiences, criteria, status, ago, by, title, text, translated } = need;
  await em.execute(
    `insert into need (uuid, source_locale, country_code, theme_code, subtheme_code, pillar, criteria, status, entered_at, entered_by_id, entered_as, is_demonstration) values (?, ?, ?, ?, ?, ?, ?::text[], ?, now() - ? * interval '1 day', ${POST}, ?, true)`,
    [uuid, locale, country, theme, subtheme, pillar, `{${criteria.join(',')}}`, status, ago, officerOf(need), by]);
  for (const [tag, one, other] of [[locale, title, text], ...(translated ? [translated] : [])]) await em.execute('insert into need_translation (need_uuid, locale, title, text) values (?, ?, ?, ?)', [uuid, tag, one, other]);
  for (const code of further) await em.execute('insert into need_theme (need_uuid, theme_code) values (?, ?)', [uuid, code]);
  for (const code of audiences) await em.execute('insert into need_audience (need_uuid, audience_code) values (?, ?)', [uuid, code]);
  if (criteria.includes('RECOMMENDED')) await em.execute('insert into need_link (need_uuid, position, url, label) values (?, 1, ?, ?)', [uuid, LINK.url, LINK.label]);
  const steps: readonly NeedStatus[] = ['SUBMITTED', ...WAYS[status]];
  for (const n of steps.keys()) await writeStep(em, need, steps, n);
}

const officerOf = ({ by, country }: Invented): string => `${by.toLowerCase()}.${country.toLowerCase()}@passerelle.example`;

async function writeStep(em: EntityManager, need: Invented, steps: readonly NeedStatus[], n: number): Promise<void> {
  const to = steps[n]!;
  const isPosts = to === 'SUBMITTED' || to === 'WITHDRAWN';
  const reason = to === 'DECLINED' ? REASON : null;
  await em.execute(
    `insert into need_step (need_uuid, position, at, by_id, by_role, from_status, to_status, reason, locale) values (?, ?, now() - ? * interval '1 day', ${POST}, ?, ?, ?, ?, ?)`,
    [need.uuid, n + 1, need.ago * (1 - n / 4), isPosts ? officerOf(need) : 'adviser@passerelle.example', isPosts ? need.by : 'ADVISER', steps[n - 1] ?? null, to, reason, reason && 'fr']);
}
