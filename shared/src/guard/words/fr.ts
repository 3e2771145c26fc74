import type { LanguageWords } from './languageWords.ts';

export const fr: LanguageWords = {
  person: 'prénommée, prénommé, s’appelle, nommée, nommé, fille, fillette, garçon, enfant, mineure, mineur, femme, homme, adolescente, adolescent, victime, survivante, survivant, ado, demoiselle, dame, ressortissante, '
    + 'ressortissant, bénéficiaire, jeune, étudiante, étudiant, élève, lycéenne, lycéen, collégienne, collégien, personne, mère, sœur, frère, fils, bébé, nourrisson, elle, orpheline, orphelin, '
    + 'Albanaise, Roumaine, Serbe, Bulgare, Ukrainienne, migrante, migrant, réfugiée, réfugié',
  ageAfter: '',
  ageAdjective: '',
  agePerson: '',
  ageBefore: 'âge, âgée de, âgé de, âgée d, âgé d, âgée d environ, âgé d environ, âgée seulement de, âgé seulement de, l âge de',
  ageVerb: 'a, elle a, il a, qui a, elle avait, il avait, avait, elle n a que, il n a que, n a que, n avait que, d avoir, âge',
  unit: 'ans, an',
  link: 'de, d, d environ, de seulement, de tout juste, d à peine',
  hedge: 'seulement, environ, à peine, tout juste, presque, bientôt, déjà, à présent, aujourd’hui, maintenant',
  purpose: 'pour',
  guessLink: 'de, d',
  guessUnit: '',
  from: 'de, originaire, venue, venu, née, né',
  group: 'moins, plus, minimum, maximum, entre, jusqu, atteint, atteigne, chaque, tout, toute, tous, toutes, filles, garçons, enfants, mineurs, mineures, femmes, hommes, adolescents, '
    + 'adolescentes, victimes, personnes, jeunes, adultes, partir, dès, moyenne, moyen, médiane, révolus, y a, aucun, aucune',
  range: 'à, et, ou',
  thing: 'association, organisation, ONG, loi, convention, centre, réseau, bureau, dispositif, foyer, ligne, délai, bail, retard, ancienneté, pratique, garantie, cycle, mission, feuille, cadre, engagement, moratoire, interdiction, recul, existence, accord, travail, activité, service, carrière, formation, études, séjour, attente, visa, permis, validité, prêt, bilan, consentement, total, majorité, plan, programme, projet, stratégie, peine, emprisonnement, prison, expérience, période, contrat, subvention, mandat, convention, durée',
  born: 'née, né le, né en, né à, est né, naissance',
  numbers: 'un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze, quinze, seize, vingt, trente',
  national: 'numéro de sécurité sociale, sécurité sociale, numéro national, numéro personnel, numéro d’identification, NIR, numéro d’identité',
  document: 'passeport, carte d’identité, carte nationale d’identité, titre de voyage, titre de séjour, CNI',
  phone: 'téléphone, tél, portable, mobile, whatsapp, viber, appeler au, joignable au',
};
