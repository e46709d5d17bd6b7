"""Complaints, praise and suggestions: whole sentences."""

from __future__ import annotations

from chat_server.hearing.esteem import Esteem
from chat_server.hearing.inflected import unless
from chat_server.hearing.rule import But
from chat_server.hearing.takes import sentence

from .goods import NOUN
from .words import MY, cues, found, pattern, rule

_STAFF = rf"(?:(?:starfs|sölu|afgreiðslu|verslunar|þjónustu)(?:fólk|mað|mann|menn|kon|stúlk|stelp|strák|drengu)\w*|sendil\w*|sendl\w*|bílstjór\w*|ráðgjaf\w*|saumakon\w*|skósmið\w*|(?:stelp|strák|kon|mað|mann|stúlk|drengu|drengn|gaur|fólk|dam|herra)\w*(?!{MY}) (?:\w+ ){{0,2}}(?:í|á|hjá|frá|sem|úr)\b)"
_SERVICE = r"(?:þjónust\w*|afgreiðsl\w*|verkstæð\w*|lager\w*|símaver\w*|viðmót\w*|framkom\w*|vinnubrögð\w*|ráðgjöf\w*|símsvörun\w*|svörun\w*|aðstoð\w*|hjálp(?:in|ina|inni)?\b|viðgerð\w*|spjallmenni\w*|bott(?:i|inn)\b|samskipt\w*)"
_SHOP = r"(?:verslun\w*|búð(?:in|ina|inni|irnar)?\b|vefverslun\w*|vef(?:síð\w*|ur|urinn|inn|num)\b|síð(?:an|una|unni)\b|app(?:ið|inu)?\b|fyrirtæki\w*|þið|ykkur|ykkar)"
_WARES = rf"(?:{NOUN}|pakk\w+|sending\w*|pöntun\w*|innpökkun\w*|frágang\w*|gæð(?:in|i)\b|vara|vörur\w*|varan|úrval\w*)"
_LIKING = r"(?:finnst|finnast|elska|dýrka|fíla|líkar|uppáhald\w*|hrifin\w*|sjúk\w*|skotin\w?)"
_SO = r"(?:svo|mjög|rosa\w*|ótrúlega|virkilega|einstaklega|alveg|ofsa\w*|ofboðslega|voða\w*|afskaplega|æðislega|svakalega|sérlega|sérstaklega|hrikalega|dásamlega|yndislega|þvílíkt|mikið|hrein\w*)"
_FINE = "frábær yndisleg æðisleg geggj dásamleg stórkostleg framúrskarandi fyrirmynd indæl hjálpsam hjálpsöm hjálpleg liðleg almennileg elskuleg þolinmóð fagmann fagmenn fagmað fagleg fagfólk snilling snilld engill englar englum meistar hetj perla perlur toppmað toppfólk toppþjón vandvirk vinaleg vingjarnleg ljúf notaleg brosmild greiðvik einstak einstök unaðsleg mögnuð magnað ómetanleg prýði sómi listavel himnesk draum lipur lipr kurteis óaðfinnan vönduð vandað bestu besta langbest meirihátt"
_POOR = "léleg hræðileg ömurleg slæm hryllileg slök slakt slakur glötuð glatað skelfileg skammarleg óþolandi hægur hægir hægar hægfara dónaleg dóni dónaskap ókurteis óásættanleg fáránleg vonlaus gagnslaus óliðleg óhjálpleg ruddaleg hrokafull hroka ömurð hörmung óviðunandi svifasein óáreiðanleg pirrandi leiðinleg ónothæf ómöguleg kuldaleg óvirðing óvinsamleg óvingjarnleg önug skæting skítkast klaufaleg óboðleg þreytandi meingall óstarfhæf vanvirð yfirlæti hranaleg stirð kjaft leiðindi dónar rugl rugli fýlu fýldur fýld þverhaus hortug snúð skilningsl"


def _stems(words: str) -> str:
    return rf"\b(?:{'|'.join(words.split())})\w*"


_PRAISE = Esteem(
    "praise",
    pattern(
        r"\bhrós(?!\w)|\bhrós(?:a|ið|i)\b|\bheiður skilinn|\btoppeinkunn|\b(?:fimm|5) (?:af (?:fimm|5)|stjörn\w+)|\b(?:10|tíu) af (?:10|tíu)|\bfullt hús stiga|\bhverrar (?:einustu )?krónu virði|\bþetta kalla ég|\bfram úr (?:\w+ ){0,2}(?:væntingum|vonum)|\btek(?: ég)? (?:hattinn )?ofan|\bhattinn ofan|\bvel af sér vikið|\bvel gert\b|\bsvona á (?:þetta )?að (?:vera|gera)"
        r"|\b(?:bjargað[iu]r?|reddað[iu]r?|björguðuð|redduðuð|reddaði|bjargaði) (?:\w+ )?(?:mér|okkur|deginum|jólunum|málunum|öllu|helginni|ferðinni)\b|\bhjálpaði (?:mér|okkur)[^.!?]{0,14}(?:alveg|vel|frábærlega|svo|rosalega|mikið|heilmikið)"
        r"|\b(?:lagði|lögðu) (?:sig|lykkju)\b|\b(?:gerði|gerðu) allt (?:fyrir|til)|\bnennti að (?:hjálpa|finna|leita|útskýra)|\b(?:leysti|leystu) (?:þetta |málið |allt )?(?:á núll|hratt|strax|snarlega|með bros)"
        r"|\bstóð (?:sig|undir)\b|\bstandið ykkur|\bstóðuð ykkur|\breyn(?:st|ast|dist|dust) (?:mér |okkur )?(?:\w+ )?(?:frábær|vel|æðisl|stórk|ótrúl)\w*|\bgull af (?:manni|konu|manneskju)|\bmeð bros á vör|\bfær (?:\w+ ){0,2}(?:plús|prik|hrós|einkunn|stjörn\w+)|\bgaf sér (?:góðan |nægan )?tíma|\bsvona (?:þjónust|afgreiðsl|viðmót|fólk|búð)\w* (?:sést|finnst|fær maður|er|á að)|\b(?:hlýj|mýk|be|flott|fljót|þægileg|vand|falleg|dásamleg|yndisleg|skemmtileg|stöðug|léttu|létta)\w*(?:ast|ust|st)[aiu]?r? sem (?:til|ég|við|hægt|völ|finn)|\bþað besta sem|\bfallega gert|\bvel að (?:þessu|verki) staðið|\btókuð vel á|\bhé?lt á mér hita|\b(?:bjargað|reddað) (?:mér|okkur|deginum)"
        rf"|\bmæli (?:\w+ )?með (?:ykkur|þess\w+|{NOUN}|\w+ {NOUN}|verslun|búð)|\bmæli (?:hiklaust|eindregið|sko|heilshugar) með|\b(?:segi|sagði) öllum frá|\b(?:versla|kaupi|panta|kem)(?: ég)? (?:alltaf |pottþétt |örugglega |klárlega |hiklaust )+(?:aftur|hjá|af|við)|\b(?:mun|skal) (?:\w+ )?(?:versla|koma|kaupa|panta) aftur"
        r"|\b(?:mjög |rosalega |virkilega |ofboðslega |svakalega |hæst|himinlifandi |himin|hjartanlega |alveg |svo |er |var |mikið er ég )+(?:ánægð|ánægður|sátt|sáttur|lifandi|himinlifandi|þakklát|þakklátur) (?:með|fyrir) (?:þjónust|ykkur|verslun|afgreiðsl|viðskipt|kaupin|allt|hvað|hvernig|aðstoð|hjálp)\w*|\bí skýjunum með (?:þjónust|ykkur|afgreiðsl|viðskipt|kaupin)\w*"
        rf"|\baldrei (?:á ævinni )?(?:\w+ )?(?:fengið|kynnst|upplifað|séð|lent í|átt|hitt|prófað|notað)(?: \w+)? (?:jafn|svona|eins|betri|svo) (?:\w+ )?(?:{_SERVICE}|\w+)"
        r"|\b(?:sérstakar |kærar |bestu |hjartans |þúsund |innilegar )+þakkir (?:til|fær|fá|fyrir (?:hjálp|aðstoð|að))|\bþakka (?!ykkur|þér|fyrir)[^\W\d_]+ (?:\w+ )?(?:kærlega |innilega |alveg )*fyrir|\btakk fyrir (?:frábær|góð|æðisleg|skjót|snögg|yndisleg|dásamleg|fljót|lipr|topp)\w* \w+|\b(?:takk|þakka)[^.!?]{0,20} fyrir (?:\w+ )?(?:frábær|góð|æðisleg|skjót|snögg|yndisleg|dásamleg|fljóta|lipr)\w* \w+"
        r"|\b(?:skilið|skilaðu|skil|berið|berðu|sendið) (?:góðri |bestu |kærri )*(?:kveðju|þökkum|þakklæti|hrós\w*) til|\balltaf (?:jafn )?(?:gaman|gott|ánægjulegt|þægilegt) að (?:versla|koma|hafa samband|eiga viðskipti)|\b(?:vá,? )?(?:frábært|gaman|æði|snilld|geggjað) hvað þið|\bvá,? hvað (?:þetta|þið|hún|hann)[^.!?]{0,25} (?:hratt|fljót\w*|snögg\w*|vel|flott\w*|góð\w*|frábær\w*)|\balgjör (?:draumur|snilld|lúxus) að"
        rf"|\b(?:sending\w*|pakkinn|pöntunin) (?:kom|barst) (?:\w+ ){{0,3}}(?:fljótt|hratt|snöggt|strax)|\bþvílík (?:snilld|gæði|fagmennska|gersemi)|\b{NOUN} (?:er|eru) (?:[^.!?,]{{1,20}} )??(?:hlýjast|best|flottast|mýkst|þægilegast|vandaðast)\w* (?:flík\w*|[^\W\d_]+) sem ég"
        rf"|\b(?:besta|bestu|fljótasta|frábærasta|almennilegasta|þægilegasta|flottasta|snöggasta) (?:{_SERVICE}|afgreiðsla|búð\w*|verslun\w*|[^\W\d_]+) sem ég|\b{NOUN} (?:er|eru) (?:{_SO} )+(?:hlý|mjúk|góð|þægileg|falleg)\w*"
    ),
    pattern(
        rf"{_stems(_FINE)}|\b{_SO} (?:góð|gott|fín|hratt|fljót|snögg|falleg|flott|skemmtileg|næs|vel)\w*"
        rf"|\b(?:var|voru|er|eru) (?:{_SO} )*(?:snögg|fljót|rösk|dugleg|natin|næs|góð)\w*"
        rf"|\bgóð (?=þjónust|afgreiðsl)"
        r"|\b(?:best|bestir|flott(?:ust)?|frábær\w*|æði|yndi|dásemd|gull|snilld)\b"
    ),
    found(rf"\b(?:{_STAFF}|{_SERVICE}|{_SHOP})|^(?!.*\b{_LIKING}\b).*\b{_WARES}"),
    found(
        r"^\W*takk (?:kærlega )?fyrir (?:[^\W\d_]+ )?(?:svar\w*|svör\w*|upplýsing\w*)\b|\bbest (?:er )?(?:er )?að (?:ná|hringja|senda|hafa|svara|fá|skrifa)|\?\s*$|\bekki\b(?! (?:lengur|oft|víða|slæm))|\b(?:vantar|leita\w*|óska\w*|þarf|langar (?!að (?:bara )?(?:hrósa|þakka|segja|koma|fá að))|vil (?!bara|hrósa|segja|þakka|koma|fá að|endilega|líka|sérstaklega)|væri|yrði|vona\w*|mætti|hvort|ef|spá í|bæta|bjóða)\b|\bætla að|\bgott (?:kvöld|að|ef|verð)|\bgóðan dag|\b(?:gjörðu|gjörið|verið|vertu) svo|\bfékk ekki|\ben (?:rif|brot|skemm|samt)"
    ),
)
_BLAME = Esteem(
    "complaint",
    pattern(
        r"\b(?:ég )?er (?:mjög |rosalega |virkilega |svo |frekar |hund|orðin\w? |alveg |ekki )*(?:óánægð|óánægður|vonsvikin|vonsvikinn|reið|reiður|ósátt|ósáttur|fúl|fúll|hundfúl\w*|brjáluð|brjálaður|pirruð|pirraður|sár)\b|\bekki sátt\w? (?:við|með)|\bvil (?:leggja (?:fram|inn) )?kv(?:arta|örtun)|\bkvörtun\b|\bkvarta (?:yfir|undan)|\bóásættanlegt|\bfáránlegt|\bskammist ykkar|\btil skammar|\bömurlegt\b|\bmér blöskrar|\bþvílík (?:vonbrigði|framkoma)|\bvonbrigði|\bhvað er að ykkur|\bhvers konar þjónusta"
        r"|\b(?:það |hér )?svarar enginn|\benginn (?:svarar|svaraði|hringdi|hafði samband|hjálpaði|nennti|hefur (?:svarað|haft samband))|\b(?:enginn|engin) (?:tekur upp|tekur símann|ansar|lætur sjá sig|virðist)|\b(?:það )?er aldrei svarað|\bekkert svar\b(?! við)|\b(?:aldrei|hvorki|engin|ekki) (?:nein )?(?:svar|svör)\b(?! við)|\b(?:þið )?svar(?:ið|aði) (?:aldrei|hvorki|ekki)\b|\bfæ (?:engin|ekkert) svar\w*|\b(?:beið|bíð|búin\w? að bíða|hélt|var|sat)[^.!?]{0,30} (?:í símanum|á línunni|í bið|eftir svari (?:frá|í)|eftir svörum|í (?:\w+ )?(?:viku|daga|vikur|klukku\w+) eftir svari)|\bþreytt\w* á (?:að bíða|ykkur|þess\w+ (?:þjónust|svör|bið|fram)\w*)|\bbíða eftir svari frá ykkur"
        r"|\b(?:kaupi|versla|panta) (?:aldrei|ekki) (?:aftur|meira|framar)|\baldrei aftur|\bsíðasta skipti(?:ð)? sem ég|\b(?:annað|þriðja|fjórða|fimmta|tíunda|enn eitt)(?: skipti(?:ð)?| sinn)(?: í röð)?(?: sem ég| og)|\bþriðja (?:skipti|sinn)|\b(?:komin|kominn|búin|búinn) (?:alveg )?með nóg af (?:ykkur|þess\w+)|\bnenn(?:i|um) þessu ekki|\bekkert að marka"
        rf"|\bskellti? (?:\w+ )?á mig|\bskellt á\b|\b(?:hló|hlógu|hlær|öskra\w*|gargaði|hreytti|laug|lugu|urraði|hvæsti|góndi|ranghvolfdi) (?:\w+ ){{0,2}}(?:að|á|í|út úr|framan í) (?:mér|mig|okkur|sér)|\b{_STAFF}[^.!?,]{{0,24}} (?:laug|nennti ekki|vildi ekki|kunni ekki|vissi ekki|hlustaði ekki|bauð ekki|baðst ekki|sagði mér að (?:fara|þegja|hætta)|rak mig)|\bkomið illa fram|\bskilur (?:ekki|ekkert|aldrei)|\b(?:svaraði|svöruðu)[^.!?]{{0,16}} (?:með skætingi|illa|út í hött|dónalega|engu)|\btala(?:ð|ði|r) niður til mín|\bkomið (?:illa )?fram við mig|\bhunsa(?:ð|ði|ðuð|ið|r)?\b[^.!?]{{0,14}} (?:mig|póst\w*|skilaboð\w*|mér|okkur)|\bvirt(?:i|uð|ur)? (?:mig )?að vettugi|\b(?:svindl|svik|svikul|okur|lyg)\w*|\bfyrir neðan allar|\bekki (?:boðleg\w*|boðlegt|í lagi að (?:koma|tala|bjóða)|hægt að bjóða)"
    ),
    pattern(
        rf"{_stems(_POOR)}|\bhæg\b|\b(?:henti|kastaði|fleygði|grýtti|þeytti|dúndraði|ruddist|hrinti)\b|\b(?:frýs|hrynur|höktir|krassar|dettur út|datt út|virkar (?:aldrei|illa)|tæm(?:ist|dist)|hendir mér út|er alltaf niðri)\b"
    ),
    found(rf"\b(?:{_STAFF}|{_SERVICE}|{_SHOP}|svör\w*)"),
    found(
        r"\bveðr\w*|\bhvert? (?:á ég að )?kvarta|\bhvernig kvarta|\b(?:ekki|ekkert) (?:\w+ )?(?:slæm|léleg|dónal)\w*|\bekki óánæg\w*|\?\s*$"
    ),
)
_SUGGESTIONS = (
    r"(?:\b(?:ættuð|gætuð|mættuð)(?: (?:þið|alveg|endilega|kannski|nú|líka|gjarnan|ekki))* (?:að )?(?!(?:þið|alveg|endilega|kannski|nú|líka|gjarnan|ekki|sagt|hjálpað|sent|svarað|athugað|hringt|sent mér|reynt|fundið|tekið|skoðað|látið|kannað|flett|séð|útskýrt|staðfest|gefið|lagað|vera búin|sagst|beðið|geymt|vísað|reddað|upplýst)\b)[^\W\d_]+|\b(?:ég )?legg til|\bstinga? upp á|\b(?:mikið )?vildi(?: ég)? (?:óska )?að þið|\b(?:það )?(?:ætti|þyrfti|mætti)(?: alveg| nú| kannski| endilega| helst)* (?:að )?(?:vera (?:hægt|til|boðið|möguleiki)|hafa|senda|setja|bæta|selja|bjóða|gera)|\b(?:finnst|finnst mér) (?:vanta|vantar)\b|\bmættum við (?:fá|biðja um) (?!svar|að)|\b(?:setjið|bætið|opnið|hafið|bjóðið|takið upp|komið með|seljið|prófið|reynið|farið)(?: \w+)? (?:endilega|frekar|líka|gjarnan)\b(?! samband)|\bprófið að (?!hring|send)|\bhvað með að (?:bjóða|hafa|selja|opna|setja|bæta|taka|senda út)|\b(?:mín )?(?:tillaga|uppástunga)\b|\bhugmynd:|\bmeð hugmynd|\bdettur í hug að þið|\bábending(?::| til ykkar|,)|\bmín ábending"
    r"|\b(?:það )?(?:væri|yrði) (?:\w+ )?(?:gaman|gott|frábært|fínt|flott|sniðugt|æðislegt|snilld|þægilegt|geggjað|æði|ráð|tilvalið) (?:ef|að|fyrir|með)(?! (?:þú|fá|vita|heyra|ég fengi|ég gæti|þið (?:gætuð (?:svar|hring|send|athug|kíkt|skoð)|svör|hringd|athug)))|\b(?:gaman|gott|frábært|snilld|æði|flott|fínt) (?:væri|yrði) (?:að(?! (?:fá|vita|heyra))|ef)"
    r"|\bværi ekki (?:\w+ )?(?:sniðugt|gott|málið|ráð|tilvalið|hægt|nær)(?! að (?:fá|vita|sjá))|\b(?:það )?(?:hjálpaði|munaði|myndi hjálpa|myndi muna)[^.!?]{0,12} ef|\b(?:af hverju|hví|hvers vegna) (?:bjóðið|hafið|eruð|seljið|opnið|sendið|setjið|takið) þið ekki|\bhafið þið (?:hugsað um|spáð í|pælt í|íhugað) að|\bhvernig væri að (?!fá)|\bþið þurfið að (?:bæta|laga|fá|hafa|bjóða)|\bmæli með að þið"
    r"|\b(?:það )?mætti (?:alveg |ekki )?(?:vera|bæta|lækka|fjölga|stytta|lengja|gjarnan|hafa) |\bmætti (?:vera|bæta|hafa|gjarnan) |\bvantar (?:fleiri|betri|meira úrval|stærri) |\b(?:það )?(?:vantar|mætti vera|sárvantar) [^.!?]{2,40} (?:á síðuna|í appið|á vefinn|í búðina|í úrvalið|hjá ykkur|á síðunni)|\bværi til í að (?:sjá|þið)|\bmyndi vilja (?:sjá|að þið)|\bvildi (?:óska )?að þið (?:hefðuð|byðuð|settuð|selduð|væruð|opnuðuð)|\bendilega (?:bætið|opnið|hafið|bjóðið|komið með|setjið))"
)
_BUT = But.SUPPOSED | But.REPORTED
RULES = (
    _PRAISE.rule(cues(f"{_FINE} frábært bestir æði yndi dásemd gull hrós hrósa hrósið heiður toppein fimm stjörn tíu 10 fullt krónu kalla hattinn bjarg björg redda reddu hjálp lagði lögðu gerði gerðu nennti leysti leystu stóð stand reynst reynast reyndi bros mæli segi sagði versla kaupi panta kem mun skal ánægð ánægðu sátt sáttur þakklát himinl skýj aldrei þakkir þakka takk skilið skila skil berið berðu gaf hlýj mýk be hélt tókuð fljót snögg rösk dugleg natin létt stöðug sendið alltaf gaman snilld algjör sending pakkinn pöntunin þvílík falleg skemmt næs hlýjast mýkst flottast þægil jakk peys skór húfa húfan úlpa úlpan sokk vettl framúr vel gert góð góðir góðar góðan góða gott fín fínt flott best hratt væntin vonum"), _BUT),
    _BLAME.rule(cues(f"{_POOR} ekki boðleg óánægð vonsvi reið ósátt fúl fúll hundf brjál pirr sár sátt kvart kvört óása fárán skamm skammar ömurl blösk vonbr þvílík hvað hvers svarar enginn engin aldrei ekkert fæ beið bíð bíða búin búinn hélt var sat þreytt kaupi versla panta síðast annað þriðja fjórða fimmta tíunda komin kominn nenni nennum skell skelt hló hlógu hlær öskra garg hreyt laug lugu svara svör tala komið hunsa virt svindl svik okur lyg fyrir henti kasta fleyg grýt þeyt dúndr rudd hrint frýs hryn hökt krass dett datt virkar tæm hendir niðri enn hvorki svarið hæg skilur kvart laug rugl"), But.SUPPOSED),
    rule("hafið vantar sárvan gaman gott frábært mæli hvernig þurfið ábend ættuð gætuð mættuð legg væri yrði tillag uppást hugmy af hví mætti vantar endil dettur hjálp muna myndi vildi hvers sting stinga mikið ætti þyrfti finnst mættum setjið bætið opnið bjóðið takið komið seljið prófið reynið farið hvað", _SUGGESTIONS, unless(pattern(r"\bvera búin"), sentence("suggestion")), But.REPORTED),
)  # fmt: skip
