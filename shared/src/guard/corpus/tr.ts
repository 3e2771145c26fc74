import type { Sample } from './sample.ts';

export const tr: Sample = {
  people: [
    'Dün gece {from} {age} yaşında bir kız sığınma evine getirildi.',
    'M.K., {age} yaşında, {from} geldi ve yalnızca Arnavutça konuşuyor.',
    'Mağdur, {from} gelen {age} yaşında bir kadındır ve internetten kandırılmıştır.',
    '{name}, {age} yaşında, sınırda bulundu.',
    '{age} yaşındaki {name} amcasına karşı tanıklık etmek istemiyor.',
    'Sınırda bulunan {age} yaşındaki {name} için vasi arıyoruz.',
    'Adı {name} olan {age} yaşındaki çocuk dilendiriliyordu.',
    'Reşit olmayan A.D. ({age} yaşında) bir depoda çalıştırılıyordu.',
    'Kız {age} yaşında, {from} geliyor ve hamile.',
    'Danışanımız {name} {age} yaşına yeni girdi ve ev arıyor.',
    'Yaşı {age} olan {name} adlı genç, ücretsiz çalıştırılmış.',
    'On yedi yaşındaki {name} işvereninden kaçtı.',
    '{age} yaşındaki öğrenci {from} kaçırıldı.',
    'Mağdur kadın {name}, {age} yaşındayken evlendirildi.',
  ],
  names: ['Ayşe', 'Elif', 'Mehmet', 'Amina'],
  from: ['İzmir’den', 'Diyarbakır’dan', 'Edirne’den', 'Üsküp’ten'],
  carriers: ['Lütfen aileyi arayın: {x}, günün her saati.', 'Dosyaya {x} yazdım, kontrol edin.', 'Elimizde yalnızca {x} var; başka bir şey bilinmiyor.', '({x})', 'Bize {x} bıraktı ve gitti.'],
  clean: [
    '18 yaşından küçük çocukların her işlemde vasi hakkı vardır.', '14 ile 17 yaş arasındaki kızlar internette kandırılmaya en açık gruptur.', 'Haziran ayında Üsküp’te 25 kadın ve 12 erkek için eğitim.',
    'Sözleşme’nin 16. maddesinin 2. fıkrası Romanya’daki 15–17 yaş arası çocuklara uygulanır.', 'Bütçe 36 ay için 1.200.000 avrodur.', 'A/RES/55/25 sayılı karar 15 Kasım 2000’de kabul edildi.',
    '17 yaşındaki her çocuk hâkim tarafından dinlenebilir.', 'İnsan tacirine verilen ceza 5 yıl hapisti.', 'Mağdurlar için 5 yıllık program 2027’de sona eriyor.', 'GRETA makamları daha fazla mağdur belirlemeye çağırıyor (118. paragraf).',
    '2023’te belirlenen mağdurların %64’ü kadın, %21’i kız çocuğu ve %15’i erkekti.', '2024/1712 sayılı Direktif, 2011/36/AB sayılı Direktif’i değiştirmektedir.', 'Acil durumda 112’yi, suç mağdurları için 116 006’yı arayın.', 'Mağdurların yaş ortalaması 2022’de 19’du.',
    'Mali soruşturmalarda 10 yıl deneyimi olan bir uzman arıyoruz.', 'Çocuğun korunmasına ilişkin 3 yıllık eylem planı Ankara’da kabul edildi.', 'Proje 01.09.2024’te başladı ve 31.08.2026’ya kadar sürecek.', '2023/4512-B sayılı dava Bölge Mahkemesi tarafından kapatıldı.',
    'Arnavutluk, Kosova ve Sırbistan’dan en az 30 uzman katıldı; 17’si kadındı.', '18 yaşın altındaki mağdurlar Sofya’da özel bir odada dinlendi.',
  ],
};
