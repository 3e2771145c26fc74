import type { Sample } from './sample.ts';

export const fr: Sample = {
  people: [
    'Une jeune fille de {age} ans {from} est arrivée hier au foyer.',
    'M.K., {age} ans, originaire {from}, ne parle que l’albanais.',
    'La victime, âgée de {age} ans, vient {from} et a été recrutée en ligne.',
    '{name}, {age} ans, {from}, a été contrainte à mendier.',
    'Il s’agit d’un garçon de {age} ans, {name}, repéré à la frontière.',
    'Elle a {age} ans, s’appelle {name} et attend un enfant.',
    'Nous suivons une mineure ({age} ans) arrivée {from} avec son oncle.',
    'L’adolescente {name}, âgée de {age} ans, refuse de porter plainte.',
    'Dossier A.D. ({age} ans) : exploitation par le travail {from}.',
    'Une femme d’environ {age} ans, prénommée {name}, demande un hébergement.',
    'Besoin d’un tuteur pour {name} ({age} ans), hébergé à Lyon.',
    'Cette ressortissante roumaine, {age} ans, originaire {from}, a fui son employeur.',
    'La jeune {name} avait {age} ans quand elle a quitté Craiova.',
    'L’enfant est âgé d’à peine {age} ans et a été trouvé à Marseille.',
  ],
  names: ['Amina', 'Elira', 'Jovana', 'Daniel'],
  from: ['de Tirana', 'de Niš', 'd’Iași', 'de Vidin'],
  carriers: ['Merci de rappeler la famille : {x}, à toute heure.', 'J’ai noté {x} dans le dossier, à vérifier.', 'Nous n’avons que {x} ; rien d’autre n’est connu.', '({x})', 'Elle nous a laissé {x} avant de partir.'],
  clean: [
    'Les enfants de moins de 18 ans ont droit à un tuteur dans toute procédure.', 'Les filles de 14 à 17 ans sont les plus exposées au recrutement en ligne.', 'Une formation pour 25 femmes et 12 hommes, à Skopje, en juin.',
    'L’article 16, paragraphe 2, de la Convention s’applique aux mineurs de 15-17 ans en Roumanie.', 'Le budget est de 1 200 000 EUR sur 36 mois.', 'La résolution A/RES/55/25 a été adoptée le 15 novembre 2000.',
    'Toute personne de 18 ans peut saisir seule le tribunal.', 'La peine était de 5 ans d’emprisonnement pour le trafiquant.', 'Le programme de 5 ans en faveur des victimes prend fin en 2027.', 'Le GRETA exhorte les autorités à identifier davantage de victimes (paragraphe 118).',
    'En 2023, 64 % des victimes identifiées étaient des femmes, 21 % des filles et 15 % des hommes.', 'La directive (UE) 2024/1712 modifie la directive 2011/36/UE.', 'Appelez le 112 en urgence, ou le 116 006 pour les victimes d’infractions.', 'L’âge moyen des victimes était de 19 ans en 2022.',
    'Nous cherchons un expert ayant 10 ans d’expérience en enquête financière.', 'Il y a 17 ans, la Convention du Conseil de l’Europe était signée à Varsovie.', 'Le projet a débuté le 01.09.2024 et s’achève le 31/08/2026.', 'L’affaire n° 2023/4512-B a été close par la cour d’appel.',
    'Au moins 30 professionnels d’Albanie, du Kosovo et de Serbie ont participé, dont 17 femmes.', 'Les victimes âgées de moins de 18 ans au moment des faits ont été entendues à Sofia.',
  ],
};
