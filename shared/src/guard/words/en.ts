import type { LanguageWords } from './languageWords.ts';

export const en: LanguageWords = {
  person: 'called, named, named as, girl, boy, child, minor, woman, man, teenager, teen, adolescent, victim, survivor, youth, youngster, lady, daughter, son, sister, brother, '
    + 'student, pupil, migrant, national, citizen, beneficiary, client, resident, baby, toddler, infant, mother, father, person, she, he, orphan, runaway, refugee, male, female, patient, her, him',
  ageAfter: 'years old, years of age, yrs old, yo, y/o',
  ageAdjective: '',
  agePerson: 'year old, yr old',
  ageBefore: 'aged, aged about, aged only, aged just, age, aged around, the age of, just turned, has turned, had turned',
  ageVerb: '',
  unit: 'years, year, yrs',
  link: 'is, was, turned, just turned, of, of about, of only, of just, of barely',
  hedge: 'today, only, just, about, around, barely, approximately, almost, nearly, now, currently, already',
  purpose: 'to',
  guessLink: '',
  guessUnit: '',
  from: 'from, when, but, because, in, who, born, living, and, was, has, had, of, at, near, with',
  group: 'under, over, below, above, least, most, than, minimum, maximum, between, until, till, reaches, reach, attains, attain, every, each, any, all, children, girls, boys, '
    + 'women, men, minors, victims, persons, people, adults, teenagers, adolescents, students, migrants, older, younger, upwards, more, group, groups, average, mean, median, up, beyond',
  range: 'to, and, or, through, until',
  thing: 'plan, plans, programme, program, project, strategy, sentence, imprisonment, prison, experience, period, contract, grant, mandate, agreement, term',
  born: 'born, birth, d.o.b.',
  numbers: 'one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty',
  national: 'personal number, national number, identification number, identity number, social security number, national id, personal id, id number, id no, citizen number, tax number',
  document: 'passport, identity card, id card, travel document, residence permit',
  phone: 'phone, telephone, tel, mobile, mob, cell, whatsapp, viber, telegram, call her, call him, sms',
};
