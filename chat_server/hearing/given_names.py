"""Given names that are common where the served languages are spoken, to know one written small: "im anna"."""

from __future__ import annotations

from .rarer_names import RARER_NAMES

GIVEN_NAMES = (
    frozenset(
        """
    aaron abby abdul abdullah abigail adam adrian agnes ahmad ahmed aisha alan albert aleksandr alex
    alexander alexandra alexei alexey alfred ali alice alicia alina alison allison amanda amber amelia
    amina amir amy ana anastasia anders andrea andreas andrei andrew andrey andy angela angelina anita
    ann anna annabel anne annette annie annika anouk anthony anton antonio ariana arjun arnold arthur
    arturo ashley astrid audrey aurora ava axel barbara bastian beatrice beatriz becky bella ben benjamin
    bernard bernd beth betty bianca birgit birgitta bjarni bob bobby boris brad bradley brandon brenda
    brian bridget brigitte bruce bruno camilla camille carl carla carlos carmen carol carolina caroline
    carsten caterina catherine cathy cecilia celine chantal charles charlie charlotte cheng chiara chloe
    chris christian christina christine christoph christopher chun ciara claire clara claudia clemens
    colin connor craig cristina cynthia daisy damian dan dana daniel daniela danielle danny dave david
    dean deborah denis denise dennis derek diana diane diego dieter dimitri dirk dmitri dmitry dominic
    dominik donald donna doris dorothy douglas duncan dylan eddie edith edward edwin eileen einar eirik
    ekaterina elaine eleanor elena eli elias elin elisa elisabeth eliza elizabeth ella ellen ellie elsa
    emil emilia emilie emily emma eric erica erik erika erin ernest esther ethan eugene eva evan eve
    evelyn fabian fatima felicia felix fernando fiona florence florian frances francesca francesco
    francis francisco franz fred freddie frederick frederik freja frida friedrich gabriel gabriela
    gareth gary gavin gemma geoffrey george georgia gerald gerard gerd gina giorgio giovanni giulia
    giuseppe gloria gordon graham greg gregory greta gudrun guillermo gunnar gustav guy hakan hana hanna
    hannah hannes hans harald harold harriet harry hassan heather hector heidi heike heinrich heinz
    helen helena helga henrik henry herbert hiroshi holly horst howard hugo hui ian ibrahim ida igor ilona
    ilse ines ingrid irene irina isaac isabel isabella isabelle ivan jack jackie jacob jacqueline jaime
    jake jakob james jamie jan jana jane janet janice janine jasmine jason javier jean jeff jeffrey jenna
    jennifer jenny jens jeremy jerome jerry jesper jesse jessica jill jim jimmy jing joachim joan joanna
    joanne joe joel johan johann johanna johannes john johnny jon jonas jonathan jordan jorge jose josef
    joseph josephine josh joshua juan juanita judith judy julia julian juliana julie juliet jun jung
    jurgen justin karen karin karina karl karla karolina kasper kate katerina katharina katherine
    kathleen kathryn kathy katie katja katrin keith kelly ken kenji kenneth kerstin kevin kim kirsten
    kirsty klara klaus konrad kristian kristin kristina kristjan kurt kyle lara larry lars laura lauren
    laurence lea leah lee leila lena leo leon leonard leonie leslie lewis li liam lilian lily lin lina
    linda lisa liv liz liza lois lorenzo lorna louis louisa louise luca lucas lucia lucie lucy luis luisa
    lukas luke lydia lynn mads magdalena magnus malcolm malin manfred manuel manuela marc marcel marcella
    marco marcus margaret margarita maria mariam marianne marie marina mario marion marius mark markus
    marlene marta martha martin martina marvin mary maryam mateo mathias mathilda matilda matt matteo
    matthew matthias maurice max maximilian maya megan mehmet mei melanie melissa mia michael michaela
    michel michelle miguel mikael mike mikhail mila milan miles ming miriam mohamed mohammed moira molly
    monica monika morgan moritz morten muhammad nadia nadine nancy naomi natalia natalie natasha nathan
    neil nell nicholas nick nicola nicolas nicole nigel nikita niklas nikolai nils nina noah noel noor
    nora norman oksana olaf olav ole oleg olga oliver olivia omar oscar oskar otto owen pablo pamela
    paolo pascal pat patricia patrick patrik paul paula pauline pavel pedro peggy penny per peter petra
    phil philip philipp philippa phoebe pia pierre piotr priya rachel rafael rainer raj ralf ralph ramon
    raquel raul ravi raymond rebecca regina renate rene renee ricardo richard rick riccardo rita rob
    robert roberta roberto robin rodrigo roger roland rolf roman ron ronald rosa rosalie rosemary rosie
    ross roxana roy ruben rudolf rupert russell ruth ryan sabine sabrina sally salma sam samantha samir
    samuel sandra sandy sara sarah saskia scott sean sebastian selma sergei sergey sergio seth shane
    shannon sharon shaun sheila shirley siegfried sigrid silke silvia simon simone sofia solveig somchai
    sonia sonja sophia sophie stacey stefan stefanie stella stephan stephanie stephen steve steven stuart
    sunita susan susanna susanne suzanne sven svetlana sylvia tamara tania tanja tanya tara tatiana ted
    teresa terry thea theo theodor theresa thomas thorsten tiffany tim timo timothy tina tobias todd tom
    tomas tommy toni tony torben tracey tracy trevor tristan tyler ulla ulrich ulrike ursula uwe valentin
    valentina valeria valerie vanessa vera verena veronica veronika vicky victor victoria viktor viktoria
    vincent viola violeta virginia vivian vladimir walter wanda wei wendy werner wilhelm william willy
    wolfgang xavier xiao yan yasmin yolanda yuki yulia yuri yusuf yvonne zachary zara zoe zoey

    aðalbjörg agnar andri arna arnar arnór aron atli auður ágúst ármann árni ása ásdís ásgeir áslaug ásta
    baldur bára benedikt berglind birgir birkir birna bjarki björg björgvin björk björn bogi bragi brynja
    brynjar dagný dagur davíð edda egill einar eiríkur elín elísabet elvar emelía erla erlingur ester
    eva eydís eyrún eyþór fanney finnur freyja freyr friðrik garðar geir gísli grétar gréta guðbjörg
    guðlaug guðmundur guðný guðrún gunnar gunnhildur hafdís hafsteinn hafþór halla halldór halldóra
    hallgrímur hanna haraldur haukur heiða heiðar heimir helga helgi herdís hildur hilmar hjalti hjördís
    hlynur hrafn hrafnhildur hreinn hrund hulda hörður inga ingi ingibjörg ingólfur ingvar íris ísak
    jakob jóhann jóhanna jóhannes jón jóna jónas jónína júlía júlíus karen karítas kári kjartan kolbrún
    kristinn kristín kristján kristrún lára leifur lilja linda logi magnús magni margrét maría matthildur
    marteinn oddný oddur ólafur ólöf ómar orri óskar ósk páll pálmi pétur ragnar ragnheiður ragnhildur
    rakel rósa rúnar sandra sara sif sigríður sigrún sigurbjörg sigurður sigurjón sigvaldi silja sindri
    skúli snorri soffía sóley sólrún sólveig stefanía stefán steinar steinn steinunn svanhildur svanur
    svava svavar sveinn sverrir sunna sæmundur sævar tinna tómas trausti tryggvi unnur valdís valgerður
    valur vigdís viktor viðar vilborg vilhjálmur þór þóra þórarinn þórður þórdís þórhildur þórir
    þorbjörg þorgeir þorgerður þorlákur þorsteinn þorvaldur þórunn þröstur ægir ævar örn össur
    bjorn jon thor thora sigurdur gudrun olafur kristjan arni
    """.split()  # noqa: SIM905 - a list would be one word a line
    )
    | frozenset(
        """
    aditya adjei agnieszka aino alessandro amara amelie andrzej angus anjali anke aoife aylin ayse
    bastien bence bilal bogdan bram burak callum carys chidi cian clemence daan deepak defne deniz
    dragan eero elif emre farah federica femi femke gabor gesa giada goran gwen hamish haruto ilmari
    imran isla istvan ivana jakub janos jarmo jiwoo joao joaquin joost jovana juha kaisa kanya
    katalin katarzyna kavya khadija kofi krzysztof kwame layla leyla lieke maarten malgorzata malik
    malte margarida margaux mateusz mathilde mette mika mikkel milos minjun minna murat mykola neha
    ngozi niamh niccolo nikola nikolaj niran nour oisin olena oliwia owain padraig pawel pekka
    pernille pooja radek rahul rashid rasmus rhys rikke rohan rui sakura samira sanjay sanna sanne
    santiago saoirse selin seojun sinead siobhan siriporn soeren somsak soren sunil svenja søren
    takashi taras tariq thiago thibault thorben tiago tomasz tunde tuomas vesna vikram wanjiru
    wiebke wojciech ximena yuto zainab zdenek zofia zoran zsofia
    """.split()  # noqa: SIM905 - as above
    )
    | RARER_NAMES
    | frozenset(
        """
    александр александра алекс алексей алена алина алиса алла альбина анастасия анатолий ангелина андрей
    анна антон антонина анфиса анжела арина аркадий арсений артем артур богдан борис вадим валентин валентина
    валерий валерия василий василиса вася вениамин вера вероника виктор виктория виталий влад владимир
    владислав владислава вячеслав галина геннадий георгий герман глеб григорий давид даниил данила дарья
    даша денис диана дима дмитрий ева евгений евгения егор екатерина елена елизавета ефим жанна женя захар
    зинаида зоя иван игорь илья инга инна ирина кира кирилл клавдия константин костя катя ксения ксюша
    лариса лев леонид лера лида лидия лиза лилия люба любовь людмила майя макс максим маргарита марина мария
    марк матвей маша милана мирон миша михаил надежда надя наталия наталья настя наташа никита николай
    нина оксана олег олеся ольга оля павел паша петр полина прохор раиса регина роберт родион роман рома
    ростислав руслан рустам савелий саша света светлана святослав семен сергей серафима слава снежана софия
    софья станислав степан таисия тамара тарас таня татьяна тимофей тимур тихон федор филипп эдуард элина
    эльвира эмиль эмма юлиана юлия юля юра юрий яков яна ярослав вика лена ира толя коля ваня аня
    """.split()  # noqa: SIM905 - as above
    )
)
# Names that are common words too: only a capital tells them apart.
ALSO_WORDS = frozenset(
    """
    ace amber basil bee belle bill buck bud can cat chad charity chuck clay cliff cooper coral curt dale dick don dot
    drew earl ebony ed fern forest frankie franklin fran gay gale gene german glen gun hal happy harm hazel heath holly
    honor hunter jade jay jet job jean junior king kitty lance lane laurel les line lucky major marine mason mercy merry
    milo mick neo norm nova oak odd olive page pal pan patience pearl peg pen penny pet phoenix pip piper poppy precious
    prince prudence puck ram rand randy raven reed river rocky roman ruby rune rusty sage saga sang scarlet sharp shay
    sissel sol storm sunny tad tam taylor tide tone tor trinity urban van verity vic watson wolf woody worth wren young
    mo lot sim sully oz hung hang moe mac mack santa stein rio sid bea dom summer winter said shay
    angel april art august bill chance chase christian constant dawn dean faith frank grace grant guy
    hope iris ivy jan joy june lance mark may melody miles pat per rich rose ray rod sandy sky sue summer
    sunny terry tim violet will wade lee li lin jun hui ming wei yan ted bob jack rob max long ole
    inga logi valur vera sunna dagur sól ósk örn steinn ása orri vera любовь вера надежда слава роман лев
    марк майя света
    """.split()  # noqa: SIM905 - as above
)
