"""Icelandic given names and short forms, beside those of the common list."""

from __future__ import annotations

NAMES = frozenset(
    """
    addi addý agla alda aldís alexía almar amalía amelía angantýr anney arnaldur arnbjörg arndís arney arnfríður arngrímur arngunnur arnheiður arnkell arnlaugur arnþór artúr atlas auðbjörg auðunn
    aðalheiður aðalsteinn baldvin bassi benóný bergdís bergljót bergrós bergsveinn bergur bergvin bergþór bernharð berta bessi beta bibba biggi binna birnir birta bjargey bjarkey bjarklind bjarney
    bjartmar bjartur björgólfur bjössi blær bogga bolli borghildur borgþór brandur breki brimar brimir bryndís brynhildur brynjólfur brynleifur bríet bubbi burkni bylgja bárður bæring bína bóas böðvar
    búi dadi daggrós dagrún dalrós dalía daníel darri daðey daði didda diddi diljá doddi dofri draumey drífa dröfn dísa dóra dóri dögg dúddi dúi dúna dýri dýrleif eberg eggert eik eilífur eir eivör
    eldar eldey eldlilja eldur elfa elfar elfur elimar elli elma elmar elva elvý elías elísa elíza emanúel embla emilía engilbert engilráð erlen erlendur erling erna ernir erpur evlalía evíta eygerður
    eygló eyja eyjólfur eysteinn eyvindur eðvarð fannar filippía finna finnbjörg finnbogi finndís fjóla fjölnir flosi flóki fold folda freydís freysteinn frikki friðbert friðbjörg friðgeir friðjón
    friðmey friðrika friðþjófur frosti fríða fríðgerður fróði fura fáfnir fálki fönix fönn gabríel gabríela garri gaui gauja gaukur gauti geiri geirlaug geirmundur geirþrúður gerða gerður gestur
    glódís glóey glúmur gná grettir gríma grímar grímheiður grímur gulli gullveig gullý gummi gunna gunndís gunni gunnlaug gunnlaugur gunnsteinn gunnur gunnvör gunnþór gurrý guðbjartur guðbrandur
    guðfinna guðfríður guðjón guðjóna guðlaugur guðmunda guðmundína guðríður guðsteinn gvendi gvendur gylfi gyða gígja gíslína gústi hadda haddi haddý hafey hafliði haflína hafrún hallbera hallbjörg
    hallbjörn halldís hallfreður hallfríður hallgerður halli hallkell hallmundur hallsteinn hallur hallvarður hallveig harpa harri heiðbjört heiðdís heiðmar heiðný heiðrún heiður hekla hella herborg
    hergeir hervör hildibrandur hildigunnur hilmir himmi hinrik hjálmar hjálmtýr hjörleifur hjörtur hlédís hlíf hlín hlöðver hnikar hrafnkell hrafntinna hrannar hrefna hreiðar hringur hróar hrólfur
    hróðmar hrönn hugi huginn hugrún huld huldar hákon hávar hávarður hófí högni hörn höskuldur húgó húni ilmur ingibjartur ingileif ingimar ingimundur ingunn ingveldur ingvi ingþór iða iðunn jakobína
    jarþrúður jasmín jenný jonna jonni játvarður jóa jódís jóel jói jóka jónatan jórunn jósef jósefína jósep jökla jökull jörgen jörmundur jörundur júlli júlíana kaldi kalli kallý kalman kamilla
    karlotta karólína kata katrín kaðlín ketill ketilríður kidda kiddi kinan kjalar kjarval kjói kjörvar klemens klængur knútur kobbi kolbeinn kolbrá kolfinna kolfreyja kolgríma kolgrímur kolla kolur
    konni konráð korka kormákur kornelíus kraki kristbjörg kristbjörn kristel kristey kristjana kristvin kristófer krummi kría kveldúlfur kátur lalli laufey lausley leiknir leó leópold lind linnet
    ljósbjörg ljósbrá ljótur ljúfur loftur lolla lovísa lydía láki lárus líf lífdís líkafrón lína líney lísa lóa lóló lúkas lúlli lúðvík lýður maddý magga maggi magnea magðalena mangi manni mardís
    marel marey margeir marinó markús marín matthías mattías mekkín melkorka melkólfur milla mirra mist mjallhvít mjöll mummi myrkvi myrra máney máni már máría mæja mía mínerva mörður nadía natalía
    natan nikulás njála njáll njörður nonni nátthrafn níels nína nói nótt nökkvi oddbjörg oddgeir oddi oddrún októvía orfeus ormur ottó palli patrekur petrína pálmar pálína pési pétrún rafn ragga
    raggi raggý ragúel randver ranka rannveig reginn regína reynir runólfur rán ráðhildur ríkarður ríkey ríkharður ríta róbert rós rósalind rósinkranz róslín rögnvaldur rökkvi röskva röðull rúna rúnný
    rúrí sabrína salbjörg salgerður salka salvar salvör salóme samúel sefanía selja sesselja sibba sigfríður sigfús sigga siggeir siggi sighvatur sigmar sigmundur signý sigtryggur sigtýr sigurbjörn
    sigurborg sigurdís sigurgeir sigurlaug sigurlaugur sigurlína sigurpáll sigurrós sigursteinn sigurveig sigurósk sigurþór sigynja sigþór silfá silla silvía simmi sirra sirrý sjöfn skapti skarphéðinn
    skorri skuggi skírnir smári snæbjörn snæbjört snædís snæfríð snæfríður snær snæþór solla starkaður stebbi steina steinarr steinbergur steindór steingerður steingrímur steini steinka steinvör
    steinþór stjáni stormur sturla sturlaugur styrkár styrmir styrr stígur stína sumarliði sunneva svala svana svanborg svandís svanfríður svanhvít svanlaug sveinbjörg sveinbjörn sveindís sveinlaug
    sveinung sylvía sæbjörg sæbjörn sædís sæný særún sæunn sævör sísí sólbjörg sólbjört sólborg sóldís sóldögg sólmundur sólon sölvi sörli teitur tekla theodór theodóra theódór tindra tindur tjörvi
    tobbi tolli torfey torfhildur torfi tumi tíbrá tóta tóti töfri týr ugi ugla unnar unndór unnsteinn urður vaka vala valbjörg valbjörn valdi valdimar valentín valey valgarður valgeir valgý valtýr
    valþór veigar vermundur vetur veturliði viddi vigfús vigga viggi viktoría vilberg vilhelmína villi villý vilmundur vopni vordís váli vébjörn védís vésteinn vídalín vífill vígdögg víkingur víðir
    víóla vöggur völundur völva yggdrasill ylfa ymir yngvi ynja álfdís álfgeir álfheiður álfrún álfur árdís árný ársæll áróra ásbjörg ásbjörn ásgerður ásgrímur áskell ásla ásleif áslákur ásmundur
    ásrún ásthildur ástríður ástrós ástvaldur ástþór ásvaldur æsa ída írena ísabella ísafold ísar ísarr ísbjörg ísidór ísleifur íslilja ísmey ísold ísrún ívar ófeigur ólafía ólavía óli ólína ómi
    ósvaldur ósvífur óttar öddi ögmundur ögn ögri öldu önundur örlygur örnólfur örvar össi öxar úa úlfar úlfdís úlfhildur úlfrún úlfur úlla úlli úndína ýma ýmir ýr ýrr þengill þeyr þiðrandi þjóðbjörg
    þjóðólfur þorbergur þorbjörn þorfinnur þorgils þorgnýr þorgrímur þorkatla þorkell þorleifur þormóður þorri þorsteina þorvarður þrá þráinn þrándur þrúður þula þuríður þyri þórarna þórbergur
    þórbjörg þórey þórgunnur þórhalla þórhallur þórlaug þórleif þórmundur þórný þóroddur þórveig þórólfur
    """.split()  # noqa: SIM905 - a list would be one word a line
)
# Words as well: names only with a capital.
ALSO_WORDS = frozenset(
    """
    alda atlas bessi björg björk björn blær bolli breki brimir burkni bylgja bára dagur drífa dögg dúna dýri eik eldur eyja fjóla fold freyr frosti fróði fura fálki fönn garri gaukur gestur gunna
    halla harpa harri hekla hlíf hlín hrafn hrefna hreinn hringur hrund hrönn hugi huld húni ilmur iða jökla jökull kaldi karl kata kolur krummi kría kátur lalli lilja lind ljósbrá ljúfur loftur logi
    lolla líf lóa mist mjöll myrkvi máni már njörður nói nótt ormur orri perla raggi rut rán rós röðull saga sif skuggi steini steinn stormur stígur sumarliði sunna svala svanur sóldögg sóley tindra
    tindur trausti tumi töfri ugla una vala vera vetur veturliði víkingur víðir ylfa yrsa ísold óli ósk ögn örn örvar úa úlfur ýr þeyr þrá þröstur þula
    """.split()  # noqa: SIM905 - as above
)
