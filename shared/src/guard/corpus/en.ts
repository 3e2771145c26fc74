import type { Sample } from './sample.ts';

export const en: Sample = {
  people: [
    'A {age}-year-old girl {from} was brought to the shelter last night.',
    'We ask for advice about {name}, {age}, who was found at the border.',
    'The victim is a woman aged {age} {from}, recruited through social media.',
    'M.K., {age} years old, {from}, speaks only Albanian.',
    'She is {age} years old and comes {from}; her name is {name}.',
    'Our beneficiary {name} ({age} years old) needs a guardian before Friday.',
    'A girl of {age} {from} was forced to beg with her brother.',
    'The boy, {age} years of age, was identified {from} and calls himself {name}.',
    'The {age}-year-old {from} refuses to testify against her uncle.',
    'Minor A.D. ({age}) was placed in the centre on Monday.',
    'Assistance is needed for {name}, aged {age}, {from}.',
    'A young woman called {name}, who had just turned {age}, was exploited in a bar.',
    'Case 14: male, child, {age} yo, {from}, forced criminality.',
    'Our client, a {age} year old mother {from}, fears for her son.',
  ],
  names: ['Amina', 'Elira', 'Jovana', 'Daniel'],
  from: ['from Tirana', 'from Nis', 'from Iasi', 'from Vidin'],
  carriers: ['Please call the family back: {x}, any time.', 'I noted {x} in the file, please check.', 'What we have is {x}; nothing else is known.', '({x})', 'She gave us {x} and left.'],
  clean: [
    'Children under 18 are entitled to a guardian in every procedure.', 'Girls aged 14 to 17 are the most exposed to online recruitment.', 'A training for 25 women and 12 men, held in Skopje in June.',
    'Article 16 of the Convention, paragraph 2, applies to minors of 15–17 years in Romania.', 'The budget is 1 200 000 EUR over 36 months.', 'Resolution A/RES/55/25 was adopted on 15 November 2000.',
    'Every child who is 17 years old may be heard by the judge.', 'The sentence was 5 years of imprisonment for the trafficker.', 'The 5-year programme for victims ends in 2027.', 'GRETA urges the authorities to identify more victims (paragraph 118).',
    'In 2023, 64% of the identified victims were women, 21% were girls and 15% men.', 'Directive 2024/1712 amends Directive 2011/36/EU.', 'Call 112 in an emergency, or 116 006 for victims of crime.', 'The average age of the victims was 19 years in 2022.',
    'We need an expert with 10 years of experience in financial investigation.', 'A person aged 18 or over may apply alone.', 'The project started on 01.09.2024 and lasts until 31/08/2026.', 'Case no. 2023/4512-B was closed by the Court of Appeal.',
    'At least 30 professionals from Albania, Kosovo and Serbia took part, 17 of them women.', 'Victims who were under the age of 18 at the time were heard in a special room in Sofia.',
  ],
};
