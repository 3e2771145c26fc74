import type { Sample } from './sample.ts';

export const sl: Sample = {
  people: [
    'Včeraj smo sprejeli {age}-letno dekle {from}.',
    'M.K., {age} let, {from}, govori samo albansko.',
    'Žrtev je ženska, stara {age} let, {from}, ki so jo novačili prek spleta.',
    '{name}, stara {age} let, je bila najdena na meji.',
    '{age}-letnica {from} noče pričati proti stricu.',
    'Iščemo skrbnika za {name} ({age} let), ki je v Mariboru.',
    'Mladoletnica A.D. ({age}) je bila prisiljena v beračenje.',
    'Deček v starosti {age} let, po imenu {name}, je bil prepoznan v Kopru.',
    'Ona ima {age} let, prihaja {from} in je noseča.',
    'Gre za {age}-letnega fanta {from}, ki je delal brez plačila.',
    'Naša varovanka {name} ima {age} let in potrebuje stanovanje.',
    'Otrok, star {age} let, {from}, je bil izkoriščan za kraje.',
    'Sedemnajstletna {name} je pobegnila delodajalcu.',
    'Oseba {name}, stara {age} let, je brez dokumentov.',
  ],
  names: ['Jovana', 'Amina', 'Marko', 'Nina'],
  from: ['iz Celja', 'iz Maribora', 'iz Tuzle', 'iz Niša'],
  carriers: ['Prosim, pokličite družino: {x}, kadar koli.', 'V spis sem zapisal {x}, preverite.', 'Imamo samo {x}; nič drugega ni znano.', '({x})', 'Pustila nam je {x} in odšla.'],
  clean: [
    'Otroci, mlajši od 18 let, imajo v vsakem postopku pravico do skrbnika.', 'Dekleta od 14 do 17 let so najbolj izpostavljena novačenju na spletu.', 'Usposabljanje za 25 žensk in 12 moških v Skopju junija.',
    'Člen 16, odstavek 2, Konvencije velja za mladoletnike od 15 do 17 let v Romuniji.', 'Proračun znaša 1.200.000 EUR za 36 mesecev.', 'Resolucija A/RES/55/25 je bila sprejeta 15. novembra 2000.',
    'Vsak otrok, star 17 let, je lahko zaslišan pred sodnikom.', 'Kazen je bila 5 let zapora za trgovca z ljudmi.', 'Petletni program za žrtve se konča leta 2027.', 'GRETA poziva oblasti, naj prepoznajo več žrtev (odstavek 118).',
    'Leta 2023 je bilo 64 % prepoznanih žrtev žensk, 21 % deklic in 15 % moških.', 'Direktiva 2024/1712 spreminja Direktivo 2011/36/EU.', 'V nujnih primerih pokličite 112, žrtve kaznivih dejanj pa 116 006.', 'Povprečna starost žrtev je bila leta 2022 19 let.',
    'Iščemo strokovnjaka z 10 leti izkušenj s finančnimi preiskavami.', 'Triletni akcijski načrt za zaščito otroka je bil sprejet v Ljubljani.', 'Projekt se je začel 1. 9. 2024 in traja do 31. 8. 2026.', 'Zadevo št. 2023/4512-B je zaključilo višje sodišče.',
    'Sodelovalo je najmanj 30 strokovnjakov iz Albanije, s Kosova in iz Srbije, od tega 17 žensk.', 'Žrtve, mlajše od 18 let, so bile zaslišane v posebni sobi v Sofiji.',
  ],
};
