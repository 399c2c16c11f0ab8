/**
 * Names in other scripts beside their Latin spellings, and ranks, capitals and slips of other languages: written by hand of common given names and
 * surnames, for no person in particular, after how passports and lists spell such names. Nothing here was taken from how names are compared.
 */
import type { NamePair } from './name-material.js'

export interface ScriptPair extends NamePair {
  script: string
}

/** Script, then lines of kind-less pairs: a name, its other spelling, and another person's name in the other spelling. */
// biome-ignore format: a table reads as a table
const people: Record<string, [name: string, same: string, other: string][]> = {
  Arabic: [
    ['محمد علي الزهراني', 'Mohammed Ali Al-Zahrani', 'Mohammed Saleh Al-Zahrani'],
    ['أحمد حسن الخطيب', 'Ahmad Hasan al-Khatib', 'Ahmad Hasan al-Rifai'],
    ['عبد الرحمن يوسف القاسم', 'Abdulrahman Yusuf al-Qasim', 'Abdulaziz Yusuf al-Qasim'],
    ['خالد بن سلطان العتيبي', 'Khalid bin Sultan al-Otaibi', 'Khalid bin Sultan al-Harbi'],
    ['فاطمة الزهراء منصور', 'Fatima al-Zahra Mansour', 'Maryam al-Zahra Mansour'],
    ['طارق محمود شكري', 'Tariq Mahmoud Shukri', 'Tariq Mahmoud Badawi'],
    ['مصطفى كمال النجار', 'Mustafa Kamal al-Najjar', 'Mustafa Jamal al-Haddad'],
    ['ياسر عبد الله الدوسري', 'Yasir Abdullah al-Dosari', 'Nasir Abdullah al-Dosari'],
    ['غلام رضا کاظمی', 'Gholamreza Kazemi', 'Gholamreza Rahimi'],
    ['حسین محمدی', 'Hossein Mohammadi', 'Hassan Mohammadi'],
  ],
  Cyrillic: [
    ['Сергей Иванович Жуковский', 'Sergey Ivanovich Zhukovsky', 'Sergey Ivanovich Zhukov'],
    ['Юрий Щербаков', 'Yuri Shcherbakov', 'Yuri Shcherbina'],
    ['Евгений Хрущёв', 'Yevgeny Khrushchev', 'Evgeni Kruglov'],
    ['Олександр Гриценко', 'Oleksandr Hrytsenko', 'Oleksandr Hrytsak'],
    ['Аляксандр Лукашэвіч', 'Aliaksandr Lukashevich', 'Aliaksandr Lukyanau'],
    ['ПЕТРОВ Николай Александрович', 'Nikolai Petrov', 'Nikolai Petrenko'],
    ['Ксения Андреевна Цветаева', 'Kseniya Tsvetaeva', 'Kseniya Tsvetkova'],
    ['Драган Јовановић', 'Dragan Jovanovic', 'Goran Jovanovic'],
    ['Георги Стоянов', 'Georgi Stoyanov', 'Georgi Stoichkov'],
    ['Нұрсұлтан Әбдіқадыров', 'Nursultan Abdikadyrov', 'Nurlan Abdikarimov'],
  ],
  Chinese: [
    ['王建国', 'Wang Jianguo', 'Wang Jianhua'],
    ['李小川', 'LI, Xiaochuan', 'Li Xiaoming'],
    ['张伟', 'Zhang Wei', 'Zhang Hui'],
    ['陈志强', 'Chen Zhiqiang', 'Chen Zhigang'],
    ['欧阳明', 'Ouyang Ming', 'Ouyang Hong'],
    ['刘晓东', 'Xiaodong Liu', 'Xiaofeng Liu'],
    ['赵国栋', 'ZHAO Guodong', 'ZHAO Guoqiang'],
    ['黄永胜', 'Huang Yongsheng', 'Huang Yongming'],
  ],
  Hangul: [
    ['김영수', 'Kim Young-soo', 'Kim Chol-su'],
    ['박정호', 'Park Jung-ho', 'Park Min-jun'],
    ['이상훈', 'Lee Sang-hoon', 'Lee Dong-hoon'],
    ['최민식', 'Choi Min-sik', 'Choi Jae-ho'],
    ['정대현', 'Jung Dae-hyun', 'Jung Woo-jin'],
    ['강성철', 'Kang Song-chol', 'Kang Song-nam'],
  ],
  Greek: [
    ['Γεώργιος Παπαδόγλου', 'Georgios Papadoglou', 'Georgios Papadakis'],
    ['Νικόλαος Χατζηδάκης', 'Nikolaos Chatzidakis', 'Nikolaos Chatzis'],
    ['Δημήτρης Οικονόμου', 'Dimitris Oikonomou', 'Dimitris Oikonomidis'],
    ['Ευάγγελος Βεργωτής', 'Evangelos Vergotis', 'Evangelos Veloudos'],
    ['ΚΩΝΣΤΑΝΤΙΝΟΣ ΜΗΤΣΟΥ', 'Konstantinos Mitsou', 'Konstantinos Mitsis'],
  ],
  Hebrew: [
    ['יוסף כהן', 'Yosef Cohen', 'Yosef Levi'],
    ['דוד בן־שמעון', 'David Ben-Shimon', 'David Ben-Ami'],
    ['משה לוי', 'Moshe Levy', 'Moshe Katz'],
    ['אברהם גולדשטיין', 'Avraham Goldstein', 'Avraham Goldberg'],
    ['רחל מזרחי', 'Rachel Mizrahi', 'Rachel Shapira'],
  ],
  'ranks and titles': [
    ['General de Brigada Juan Carlos Pérez Muestra', 'PEREZ MUESTRA, Juan Carlos', 'General de Brigada Juan Pablo Soto Muestra'],
    ['Gal. Antônio Ferreira Modelo', 'Antonio Ferreira Modelo', 'Gal. Antônio Pereira Modelo'],
    ['Colonel-major Ibrahim Ouédraogo', 'Ibrahim OUEDRAOGO', 'Colonel-major Issa Ouédraogo'],
    ['Contralmirante (R) Diego Ríos Prueba', 'Diego Rios Prueba', 'Contralmirante (R) Diego Salas Prueba'],
    ['Генерал-майор Виктор Осипов', 'Viktor Osipov', 'Генерал-майор Виктор Орлов'],
    ['Oberstleutnant Dr. Karl Beispiel', 'Karl Beispiel', 'Oberstleutnant Dr. Kurt Muster'],
    ['الفريق أول محمود سالم', 'Mahmoud Salem', 'Mahmoud Saleh'],
    ['Brig Gen (rtd) Moses Okello', 'Moses Okello', 'Brig Gen (rtd) Moses Otieno'],
    ['Cap. 1ro. Luis Ibarra Ejemplo', 'Luis Ibarra Ejemplo', 'Cap. 1ro. Luis Ibáñez Ejemplo'],
    ['Tuğgeneral Mehmet Örnek', 'Mehmet Ornek', 'Tuğgeneral Ahmet Deneme'],
  ],
  'capitals and slips': [
    ['OKONKWO CHUKWUEMEKA JAMES', 'Chukwuemeka James Okonkwo', 'OKONKWO CHUKWUDI PETER'],
    ['GARCÍA-LÓPEZ, MARÍA JOSÉ', 'Maria Jose Garcia Lopez', 'Maria Elena Garcia Lopez'],
    ['AlexanderMuster', 'Alexander Muster', 'AndreasMuster'],
    ['Rodr1guez, Femando', 'Rodriguez, Fernando', 'Rodriguez, Federico'],
    ['Thornas Exarnple', 'Thomas Example', 'Theodore Example'],
    ['KalumbaKasongo, Joseph', 'Joseph Kalumba Kasongo', 'Joseph Kalume'],
    ['Mac Donald Ian', 'MacDonald, Ian', 'MacDonald, Iain Hamish Roderick Bruce'],
    ['O‘Example, Seán', "Sean O'Example", "Liam O'Example"],
  ],
}

/** Written when the others had been read and mended, and measured before anything was changed for them. */
// biome-ignore format: a table reads as a table
const unread: [name: string, same: string, other: string][] = [
  ['عمر فاروق الشمري', 'Omar Farouq al-Shammari', 'Omar Farouq al-Mutairi'],
  ['إياد حمدان الجبوري', 'Iyad Hamdan al-Jubouri', 'Imad Hamdan al-Jubouri'],
  ['عبد الفتاح سعيد الهلالي', 'Abdel Fattah Said al-Hilali', 'Abdel Karim Said al-Hilali'],
  ['هشام بكري', 'Hisham Bakri', 'Hisham Badri'],
  ['نجيب منصوري', 'Najib Mansouri', 'Habib Mansouri'],
  ['قاسم سلطانی', 'Qasem Soltani', 'Qasem Salehi'],
  ['بهرام قنبری', 'Bahram Ghanbari', 'Bahman Ghanbari'],
  ['Дмитрий Сергеевич Воробьёв', 'Dmitri Vorobyov', 'Dmitri Voronin'],
  ['Анатолий Чубенко', 'Anatoliy Chubenko', 'Anatoliy Chuprina'],
  ['Тетяна Шевчук', 'Tetiana Shevchuk', 'Tetiana Shevchenko'],
  ['Уладзімір Кавалевіч', 'Uladzimir Kavalevich', 'Uladzimir Karpenka'],
  ['Милош Петровић', 'Milos Petrovic', 'Milos Pavlovic'],
  ['Бекзат Төлегенов', 'Bekzat Tolegenov', 'Bekzat Tulebaev'],
  ['周文斌', 'Zhou Wenbin', 'Zhou Wenhao'],
  ['孙立川', 'SUN Lichuan', 'SUN Liping'],
  ['司马文', 'Sima Wen', 'Sima Bei'],
  ['林美玲', 'Meiling Lin', 'Meihua Lin'],
  ['조현구', 'Cho Hyun-goo', 'Cho Min-goo'],
  ['윤석준', 'Yoon Seok-jun', 'Yoon Dong-jun'],
  ['리용준', 'Ri Yong Jun', 'Ri Yong Ok'],
  ['Αλέξανδρος Τσακίρης', 'Alexandros Tsakiris', 'Alexandros Tsoukalas'],
  ['Μπάμπης Γκίκας', 'Bampis Gkikas', 'Bampis Gkotsis'],
  ['Σπυρίδων Αυγουστίνος', 'Spyridon Avgoustinos', 'Spyridon Avramidis'],
  ['נתן שרון', 'Natan Sharon', 'Natan Shapiro'],
  ['עמוס ברגר', 'Amos Berger', 'Amos Bergman'],
  ['Coronel PM Marcos Exemplo da Silva', 'Marcos Exemplo da Silva', 'Coronel PM Mauro Exemplo da Costa'],
  ['General de División (r) Ana Ruiz Prueba', 'RUIZ PRUEBA, Ana', 'General de División (r) Elena Ruiz Soto'],
  ['Полковник Игорь Стрелецкий', 'Igor Streletsky', 'Полковник Игорь Стрельцов'],
  ['Chef d’escadron Pierre MODÈLE', 'Pierre Modele', 'Chef d’escadron Paul MODÈLE'],
  ['Lt. Col. (Dr.) Grace Wanjiru Mfano', 'MFANO GRACE WANJIRU', 'Lt. Col. (Dr.) Agnes Njeri Mfano'],
]

// biome-ignore format: a table reads as a table
const bodies: [script: string, kind: 'unit' | 'organization', name: string, same: string, other: string][] = [
  ['Cyrillic', 'unit', '64-я отдельная мотострелковая бригада', '64th Separate Motor Rifle Brigade', '74th Separate Motor Rifle Brigade'],
  ['Cyrillic', 'unit', '15-й отдельный батальон', '15th Separate Battalion', '15th Separate Brigade'],
  ['Cyrillic', 'organization', 'ООО «Северный Ветер»', 'OOO Severny Veter', 'OOO Yuzhny Veter'],
  ['Arabic', 'unit', 'اللواء 55', '55th Brigade', '56th Brigade'],
  ['Arabic', 'unit', 'الكتيبة 12', '12th Battalion', '12th Brigade'],
  ['Chinese', 'organization', '北京新星科技有限公司', 'Beijing Xinxing Keji Youxian Gongsi', 'Shanghai Xinhua Youxian Gongsi'],
  ['Greek', 'organization', 'Ναυτιλιακή Αιγαίου Α.Ε.', 'Naftiliaki Aigaiou A.E.', 'Naftiliaki Ioniou A.E.'],
]

/** Each name beside its other spelling and beside the other person's. */
export const scriptPairs = (): ScriptPair[] => [
  ...Object.entries(people).flatMap(([script, rows]) =>
    rows.flatMap(([a, same, other]): ScriptPair[] => [
      { script, kind: 'person', a, b: same, same: true },
      { script, kind: 'person', a, b: other, same: false },
    ]),
  ),
  ...unread.flatMap(([a, same, other]): ScriptPair[] => [
    { script: 'written later', kind: 'person', a, b: same, same: true },
    { script: 'written later', kind: 'person', a, b: other, same: false },
  ]),
  ...bodies.flatMap(([script, kind, a, same, other]): ScriptPair[] => [
    { script, kind, a, b: same, same: true },
    { script, kind, a, b: other, same: false },
  ]),
]
