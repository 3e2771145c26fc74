import type { Sample } from './sample.ts';

export const sq: Sample = {
  people: [
    'Një vajzë {age}-vjeçare {from} u strehua mbrëmë në qendër.',
    'M.K., {age} vjeç, {from}, flet vetëm shqip.',
    'Viktima është një grua {age} vjeçe {from}, e rekrutuar përmes rrjeteve sociale.',
    '{name}, {age} vjeçe, u gjet në kufi së bashku me vëllanë.',
    'E mitura {age}-vjeçare {name} refuzon të dëshmojë.',
    'Kërkohet kujdestar për {name} ({age} vjeç), i vendosur në Durrës.',
    '{age}-vjeçarja {from} u detyrua të lypte në rrugë.',
    'Djali, {age} vjeç, u identifikua {from} dhe quhet {name}.',
    'Ajo është {age} vjeçe, vjen {from} dhe është shtatzënë.',
    'I mituri me inicialet A.D., {age} vjeç, ndodhet në qendrën tonë.',
    'Përfituesja jonë {name}, në moshën {age} vjeç, kërkon banesë.',
    'Fëmija {age} vjeç {from} u shfrytëzua për vjedhje.',
    'Një e re rreth {age} vjeçe me emrin {name} u shfrytëzua në një lokal.',
    '{age}-vjeçari {name} punonte pa pagesë në një fermë.',
  ],
  names: ['Amina', 'Elira', 'Arbër', 'Drita'],
  from: ['nga Tirana', 'nga Shkodra', 'nga Prizreni', 'nga Vlora'],
  carriers: ['Ju lutem telefononi familjen: {x}, në çdo kohë.', 'Kam shënuar {x} në dosje, kontrollojeni.', 'Kemi vetëm {x}; asgjë tjetër nuk dihet.', '({x})', 'Ajo na dha {x} dhe u largua.'],
  clean: [
    'Fëmijët nën 18 vjeç kanë të drejtën e kujdestarit në çdo procedurë.', 'Vajzat nga 14 deri në 17 vjeç janë më të ekspozuara ndaj rekrutimit në internet.', 'Një trajnim për 25 gra dhe 12 burra, në Shkup, në qershor.',
    'Neni 16, paragrafi 2, i Konventës zbatohet për të miturit 15–17 vjeç në Rumani.', 'Buxheti është 1 200 000 EUR për 36 muaj.', 'Rezoluta A/RES/55/25 u miratua më 15 nëntor 2000.',
    'Çdo fëmijë 17 vjeç mund të dëgjohet nga gjyqtari.', 'Dënimi ishte 5 vjet burgim për trafikantin.', 'Programi 5-vjeçar për viktimat përfundon në vitin 2027.', 'GRETA u bën thirrje autoriteteve të identifikojnë më shumë viktima (paragrafi 118).',
    'Në vitin 2023, 64% e viktimave të identifikuara ishin gra, 21% vajza dhe 15% burra.', 'Direktiva 2024/1712 ndryshon Direktivën 2011/36/BE.', 'Telefononi 112 në rast urgjence, ose 116 006 për viktimat e krimit.', 'Mosha mesatare e viktimave ishte 19 vjeç në vitin 2022.',
    'Kërkojmë një ekspert me 10 vjet përvojë në hetimet financiare.', 'Plani 3-vjeçar i veprimit u miratua në Tiranë.', 'Projekti filloi më 01.09.2024 dhe zgjat deri më 31/08/2026.', 'Çështja nr. 2023/4512-B u mbyll nga Gjykata e Apelit.',
    'Të paktën 30 profesionistë nga Shqipëria, Kosova dhe Serbia morën pjesë, 17 prej tyre gra.', 'Viktimat që ishin nën moshën 18 vjeç u dëgjuan në një dhomë të posaçme në Sofje.',
  ],
};
