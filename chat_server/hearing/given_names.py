"""Given names that are common where the served languages are spoken, to know one written small: "im anna"."""

from __future__ import annotations

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
    | frozenset(
        """
        abel abi ace adaeze adah addison adela adelaide adeline adil adina adnan adriana adriano adrien adrián
        afonso agata agatha agathe aiko ailsa aimee aina aisling aiyana ajay akash akeem aki akiko akira alana
        alasdair alastair alba aldo alec alejandra alejandro aleksandra alessandra alessia alessio alexa alexis
        alfie alfonso alfredo alisa alistair aliya allan allegra allie alma alva alvaro alvin alyssa amal amalia
        amandine amari amaya aminata amit amma amos amparo anabel anais anand anastasios anaïs andie andrej andres
        andré angelica angelo angie anh anika anil anis anisa aniyah anja anka anneke annelies anneliese annemarie
        anni anniken ansel anselm anthea antje antoine antoinette antonella antonia antonina antónio anup anya
        aoibheann apolline april arabella arash aretha ari aria arianna arielle arif arlene arlo armand armando
        arnaud arne arno artur arun arvid asa asad asger asha ashish ashton asia asif aslan asta athena atticus
        aubrey audra august augusta augusto augustus aurelia aurelie austin averil avery avi aya ayaan ayan ayana
        ayesha ayla ayman ayo ayumi aziz azra babak bailey bala balazs baptiste barb barbora barnaby barney barry
        bart bartek bartholomew bartosz basia basil bastiaan bea beau becca bee begum bela belen belinda belle
        benita benji benny benoît bernadette bernardo bernice bernie bert bertha berthold bertie bertrand bess
        bethan bethany betsy bettina bev beverley beverly bhavna bibi bill billie billy birgitte birte bjarke
        bjarne bjørn blair blake blanca blanche bo bodil bojan bonnie bora boyd bożena bradan branka branko
        brayden bree bregje brendan brett briana brianna brigid brigitta brit britt britta brittany brock brody
        bronagh bronte bronwen brooke bryan bryce bryn bryony buck bud burt byron caitlin caitriona cal caleb
        calla calvin cam cameron camila camilo candace candice caoimhe cara carina carlo carlotta carly carmel
        carmela caron carrie carson carter cary casey caspar casper cassandra cassidy cassie cat catalina catarina
        cate cath cathal cathryn catriona cecil cecile cecilie cedric celeste celia celina cem cerys cesar chad
        chandra chantelle charity charleen charlene charley charmaine chas chelsea cher cherie cheryl chester chet
        chiamaka chika chioma chloé chrissie christa christel christen christi christiane christie christos chuck
        chukwu ciaran ciarán cillian cindy cinzia cissy claas claes clarence clarissa clark claude claudette
        claudine claudio claus clay clem clement clementine cleo cleopatra cliff clifford clint clive clodagh
        clyde cody colby cole colette colleen collin conan concetta connie conor conrad constance constantin
        cooper cora coralie corbin cordelia coretta corey corina corinna corinne cormac cornelia cornelis
        cornelius cory cosima cosmo courtney crispin cristian cristiano cristobal curt curtis cyril céline dafydd
        dagmar dahlia dai daiki daisuke daithí dakota dale dalia dalton damien damir damon dani danica danijel
        danilo danni dante danuta daphne dara darcy daria darius darko darlene darragh darrel darren darryl davide
        davina davy dawid dayo deb debbie debby debra declan dee deirdre dejan delia delilah della delphine
        demetrius demi denisa denzel deon derry desiree desmond dev devendra devi devon dex dexter dharma dhruv
        diarmuid dick didi didier diederik diep dietmar dietrich dilan dilip dimitar dina dinah dineke dinesh dino
        dion diya djamila dolly dolores dom domenico dominika dominique don donal donatella donnie dora dorian
        dorien dorin dorota dorothea dorte dot dottie doug dougal dougie drew duc dulce dusan dustin dwayne dwight
        eamon eamonn earl ebba ebony ed eddy eden edgar edie edina edmund edna edoardo eduardo edwina effie efua
        egon eilidh eilís eimear eirini eitan elaina elba elda eleanora eleni elfriede elia eline elio elisabetta
        elise elisha elissa elizabeta elke elkie elle elliot elliott ellis elly elmer elodie eloise elspeth elton
        elvira elvis elwin elwood elyse ema emanuel emeka emerson emile emiliano emilio emmanuel emmanuelle
        emmeline emmett emmy emrys ena enid ennio enrico enrique enya enzo eoghan eoin erhan erich erick ernesto
        ernie ernst errol ervin erwin esme esmee espen esperanza esteban estelle ethel etienne etta eugenia
        eugenio eunice eustace evangeline eveline everett evie ewa ewan ewelina ewen ezekiel ezra fabien fabio
        fabiola fabrice fabrizio fahad fai faisal faiza fanni fanny farid farida faris fatema fatma fatou faustine
        fay faye federico fedor felicity feliks felipe fenna fenton ferdinand fereshteh fergal fergus fern
        fernanda ffion fidel fien filip filippa filippo finja finlay finley finn fintan fiorella fleur flo flora
        flore florrie floyd flynn folke fons fran franca francien francine franco francois francoise franjo frank
        frankie franklin franziska françois françoise fraser fredrik fredrika freek freya frits fritz frédéric
        gabby gabe gabi gabrielle gaby gael gaetan gail gale galina garrett garry garth gaspard gaston gauri gayle
        gaynor gaëlle gea geert gena gene genevieve genoveva geoff georg georges georgi georgie georgina geraint
        geraldine gerardo gerhard gerlinde germaine gerrit gerry gertrud gertrude gesine ghislaine gia giacomo
        gian gianluca gianna gianni gideon gijs gil gilbert gilberto giles gill gilles gillian gino gisela giselle
        gita gitte giuliana giulio giuseppina gladys glen glenda glenn glenys glyn godfrey gonzalo gottfried
        govind grainne grażyna greer gregor gretchen grete grigor grzegorz guadalupe gudny guido guilherme
        guillaume gulsen gun gunilla gunter gunther gurpreet gus gustaf gustavo gwendolyn gwyn gwyneth gyorgy
        gyula göran günter günther haakon habib hadi hadley haf hafsa haider hailey hal haley halima halina halle
        hallie hamid hamza hanan hani hania hanifa hanka hanke hanne hanneke hannelore hanns hansi hao hardy hari
        haris harish harley harm harper harrison hartmut haruka harvey hasan hasna hattie hayden hayley hazel
        heath heba hedda hedvig hedwig heiko heiner helene helge helmut hendrik henke hennie henny henri henrietta
        henriette henrique herman hermann hermine hermione hernan hester hettie hetty hidde hilary hilda hilde
        hiro hiroki hisham hitomi hoa hoang holger horace hortense hubert huda hugh hughie huib humphrey hung
        hunter husain hussein huw hyacinth håkon håvard héctor hélène iago ianthe iba idris ieva igna ignacio
        ignatius ike iker ilaria ildiko iliana ilias ilka ilmar imani imelda imke immo imogen ina inaya inderjit
        india indira indra ineke inge ingeborg inger ingmar ingo inka inken inês ioana ioannis iona ira ireen
        irena irfan irma irmgard irvin irving isa isadora isaiah isha ishaan ishita isidora isidro isis ismael
        ismail isobel isolde israel issa ita itzel iva ivar iveta ivo iván iwan izabela izzy jaak jaap jace
        jackson jacky jaco jacopo jacquelyn jada jade jaden jael jai jamal jameel jamila jancsi janelle janette
        janina janis janka janna janne jannik jano jared jarek jarl jaroslav jarrod jarvis jas jaspal jasper
        jaswinder jaxon jay jaya jayden jayne jaz jeanette jeanne jeannie jeb jed jedidiah jelena jelle jem jemima
        jemma jerald jeremiah jermaine jeroen jess jessa jesus jesús jet jette jihoon jimena jin jiri jitka jitse
        jiří jo joakim joana joaquim job jocelyn jochen jodi jodie jody joelle joerg joey johana johanne johnathan
        johnnie jojo jolanda jolanta jole jolie jonah joni jonny jono jonte joop jordi jordyn joris josephina
        josette josie josip joss jost josé jovan joyce jozef joão judd jude judi jules juliane julien julieta
        julio julius jumana june junior juraj juri justina justine justus jutta jytte jérôme jörg jørgen jørn
        jürgen kacper kai kaia kailash kaito kaja kalina kalle kalyani kamal kamala kamila kamran kane kara kareem
        karel karianne karim karlijn karol karri karsten kasia kasimir kaspar kat kath katharine kathi katinka
        katka katrina katy katya kay kaya kayla kaylee kazimierz keanu keegan keeley keira keisha kelsey kelvin
        kemal kendall kendra kendrick kenia kennedy kenny kenya kerem keri kermit kerri kerry kev keyla kez khaled
        khalid khalil khanh kian kiara kieran kiki kikki kilian kimberly kimmo king kinga kingsley kip kira kiran
        kirk kirsti kirstin kit kitty kjell kjersti klaartje klaas knut koen kojo konstantin konstantina
        konstantinos kora kornelia kosta kostas kris krish krishna krista kristen kristi kristiaan kristof
        kristoffer kristy kuba kumar kunal kwabena kwadwo kwasi kyla kylie kyra lacey lachlan laila lakshmi lale
        lalita lamar lana lance landon lane lani larisa larissa larsen lasse laszlo latifa latisha latoya laurel
        lauri laurie lauritz lavinia lawrence layton lazar leandra leandro leanne leda leif leigh lelia lemar len
        leni lenka lenn lennart lennie lennox lenny lenora leona leonardo leonhard leonid leonor leonora leontien
        leopold leora leroy les lesley leticia letitia letizia lettie lev levi lexi lexie leyton lia liana lianne
        libby liesbeth liese liesel lieselotte lila lilah lili lilianna lilith lilla lille lillian lilliana lilly
        linas lincoln lindsay lindsey linette linh linnea linus lionel lior lis lisbet lisbeth lise liselotte
        lissa livia lizzie lizzy llewellyn lloyd lodewijk logan loic lola lolita lone loni lonnie loren loreto
        loretta lori lorine lorne lorraine lotta lotte lottie lou louella louie lourdes lovisa loz loïc luana luc
        lucca lucette luciana luciano lucien lucille lucinda lucius lucky lucrezia lucía ludmila ludo ludovic
        ludvig ludwig luella luigi luisella luiz luk lukasz lula lulu luna lutz lyle lynda lyndon lyndsey lynette
        lynne lyra maaike maarit mabel mable mac macey machteld maciej mack mackenzie maddie maddy madeleine
        madeline madge madhu madison madita mae maeve mafalda magda maggie magnolia mahalia mahdi mahesh mahmoud
        mai maia maija maike maire mairead maisie maja majid makena maksim mala malachi malaika malak malene mali
        malika malina malinda malone malou mamadou manda mandeep mandy mani manish manisha manjit manny manoj
        manolo mansur manu manus mara marcelo marcia marcie marcin marcy mareike marek maren margareta margarete
        margaretha marge margery margie margit margo margot margreet marguerite mari mariah mariama marian mariana
        marianna maribel marica maricel marieke mariel mariella marielle marietta marije marijke marika marilyn
        marin marine marinus marisa marisol marissa marit marita mariya marja marjan marjolein marjorie marko
        marla marleen marlen marley marlin marlon marly marni marnie marsha marte marten martijn martine marty
        martyn maruska marvel marwa marwan maryann maryanne masato masha mason masood massimo matej mathew mathieu
        mathijs mathis matias matilde mats mattea matteus matti mattias matty matylda maud maude maura maureen
        mauricio maurizio mauro maverick mavis maxence maxime maxine maxwell mayra mayumi maëlle małgorzata
        mckenzie meera meg meghan mehdi mehwish meike meinhard mel melina melinda melisa melody melvin melvyn mena
        menno mercedes mercy meredith merethe merida merle merlin merrick mert meta mhairi mica micah micha michal
        michał michelangelo michele mick mickey micky midori mieke miep mies mietta miguelito mihai mihail miho
        mikaela mikko mikolaj mildred milena milica millicent millie milly milo milton mimi mina mindy minerva
        minnie miquel mira mirabel miranda mirco mireia mireille mirela mirella mirja mirjam mirko miro miroslav
        mirza misha mitch mitchell mitra mitzi mo moe mohamad mohan mohsen moises mona monique monir montse mony
        morag moreno morwenna moses moshe mouna moussa muhammed muireann muna mungo muriel murray musa mustafa mya
        myfanwy mylene myra myriam myrna myron myrtle máire märta mårten nabil nada nadav nadezhda nadim nadja
        nael nahla naima naina naja najib nala namrata nan nana nanda nanette nanna naoise naoki naoko narendra
        nas nasim nasir nasreen nasser nastassja nat nataliya natalya natascha nate nathalie nathaniel navid nayan
        neal ned neda neeraj nela nele nelly nelson nena nenad neo nerys nessa nestor neta neus neve neville nevin
        ngaire ngan nia niall nic nicco niccolò nicki nicky nico nicoleta nicolette nicoline nicolò niels nienke
        nieves nigella nihal nikhil niki nikki niko nikolaos nikolas nikolina nilou nilufer nima nimmi ninian nino
        niranjan nisha nishant nita nitin niyati noa noam noe noella noelle noemi noemie nola nomi nona nonna
        noora norah norbert nori norma norris nova noémie nuno nuria nurit nyah nye nyla oak octavia octavio odd
        odette odhran odile odin odysseas ofelia ofer ognjen okan ola olavi oleksandr olive olivier oliviero
        oliwier ollie olof oluwaseun olwen omari ona oona ophelia ora oran orhan oriana oriol orla orlaith orlando
        orville osama osman oswald oswin otis ottilie ottoline ovidiu oz ozan ozzy paavo paco paddy page paige pal
        paloma pam panos paola pascale pasha pasi patience patrice patricio patryk patsy patti patty paulette
        paulina paulo pavla paweł paz peadar pearl peer peg pelle penelope pepa pepe perla pernilla perry persis
        peta petar pete petey petr petro petros petrus petter petunia philippe philomena phoenix phuong phyllis
        piet pieter pieternel pilar pim pip piper pippa pol polly poppy portia prakash pranav prashant precious
        preeti primrose prince priscilla priti priyanka prudence prue puck pádraig pål quentin quincy quinn
        quinten rabia rachael rachida radha radka radoslav rae raf rafa rafaela rafal rafał rafe rafferty ragna
        rahel rahim raimund raina raisa rajan rajesh rajiv rakesh raluca ram rama ramesh rami ramiro ramona rana
        rand randall randi randolph randy rani ranjit raoul raphael raphaela rasa rashida raven ravinder raylene
        rayna raúl reagan rebeca rebekah rebekka reece reed reem reese reggie regis reid reidar reiko reiner
        reinhard reinhold reinier remco remi remy rena renata renaud reneé renske renzo rené renée reshma reuben
        reva rex rey reyhan reynold reza rhea rhett rhian rhiannon rhoda rhona rhonda ria ricarda ricci richie
        rickie ricky ridley rieke rika rikard rike riko riley rina rinske rio rishi ritika ritva riva river riya
        roan robb robbie robby robyn rocco rochelle rocio rocky rod roddy roderick rodney roel roelof rogelio
        rohit roisin roksana rolanda rolando romain romaine romane romeo romina romy rona ronan roni ronja ronnie
        roos roosa rory ros rosalba rosalia rosalind rosalinda rosaline rosalyn rosamund rosana rosanna rosario
        roscoe roseanne rosella roselyn rosetta rosina rosita roslyn rowan rowena roxanne roxie roxy royce rozalia
        rubin ruby rubén rudi rudiger rudra rudy rufus rukhsana runa rune rupa rupi ruslan russ russel rusty rut
        rutger ruthie ruxandra ryann ryo róisín saad saanvi saara sabah sabina sabira sabri sachin sade sadia
        sadie saffron saga sage sahar sahil sahra saida saif saija sajid sakari saki sal salem salim salman salome
        salvador salvatore samad samaira samar sameer sami samia samina sammie sammy samson samu sana sandeep
        sander sandhya sandor sandrine sandro sang sania sanja sanni santa santino santosh saori sarai saran
        sarita sascha sasha satoshi saul savannah sawyer scarlet scarlett scot scottie seamus sebastiaan sebastien
        sef seija sela selena selene selim selima selina selwyn semih senan sepp sera serafina serena serge sergej
        sergi serkan severin severine seyma seán shafiq shahid shahin shaila shalini shamim shamus shan shana
        shania shanice shantel shanti sharif sharlene sharmila sharona shauna shavonne shawn shay shayla shea
        sheela sheena shelby sheldon shelley shelly sheree sheridan sherman sherri sherry sheryl shilpa shinji
        shira shiraz shirin shivani shreya shruti shu shubham sia sian sid siddharth sidney sidsel sieglinde
        siegrid sienna sierra sietske siham siiri silas sille silvan silvana silvester silvie silvio sim sima
        simeon simonetta simran sina sindre sindy sini sinikka sinéad siobhán sioned siri sisi sissel siv sivan
        siân skye skyler slavica slavka slavko slawomir sloane snezana sofie sofija sofía sohail soile sol soledad
        solene solomon solvei solvej sonal sondre sonny sophus soraya sorcha sorin sotiris souad soufiane spencer
        spyros stacy stan stanislav stanislaw stanisław stanley stefana stefania stefanos steffen steffi stein
        stelios sten steph stephane stevie stewart stian stig stijn storm stu stéphane suad subhash sudha suhail
        sukhi suki suleiman sully sultan suman sumaya sumit sumitra sune suneeta suresh surya susana susann suse
        sushila susi susie suzan suzana suzette suzie suzy svea svein sverre swantje swati sybil sybille sydney
        syed sylvain sylvan sylvester sylvie synne szymon síle sören tabea tabitha tad tadeusz tadhg tage taha
        tahir tahira tal talia taliesin tam tamar tamika tammy tamra tamsin taneli tanisha tanvi tarek tarik
        tariqul tarja taro taru tasha tashi tasos tate tatjana tatum tatyana tavi tawfiq tayla taylor teague teddy
        tedi teemu teija telma temi tenzin teo teodor teodora teodoro teppo terence teresia tereza teri tero
        terrance terrell terrence terri tess tessa tetsuya thabo thaddeus thais thalia thandi thanh thanos theda
        thekla thelma theodora theodore therese theresia thibaut thijs thilo thirza thom thomasina thommy thore
        thuy thérèse tia tiana tiberiu tibor tierney tiina tiit tijn tilda tilde tillmann tilly tilman timea timmy
        timon timothee tineke tino tiphaine tirza titus tiziana tjark toby toma tomasina tomaso tomi tomislav
        tommaso tomoko tomáš tonda tone tonia tonje tonya topi tor torbjorn tore torin torsten torunn tosin tove
        toyin tracie trang travis trent tressa trev trey tricia trina trine trinity trish trisha trixie truc trude
        trudi trudie trudy truls trygve tuan tucker tuija tula tulsi tuncay tuva twan tycho tyra tyrone tyson udo
        ugo ugochi ulf uli ulises ulrika ulysses uma umar umberto una ungku unni upton urban uri urs ursel urszula
        urte usha usman ute uzma vadim vaida valborg valentino valeri valerio valery valtteri van vanda vania
        vasco vasil vasile vassilis vatsal vaughan vaughn vedrana veer veikko velma venetia venla vered verity
        verna vernon veslemoy vibeke vic vicente vicki vidar vidya vigdis vijay vikas viki vikki viktorija vilde
        vilhelm vilja ville vilma vinay vince vincenza vincenzo vineet vinnie vira virginie visar vishal vita vito
        vitor vitoria vittoria vittorio viveca viviane vivien vivienne vlad vlasta volker volodymyr vuk wade wahid
        waldemar waleed wallace wally walt walther warren warrick wassim watson wayne webster wenche wendeline
        wendell wes wesley weston whitney wibke widad wieland wies wiktor wil wilbur wilf wilfred wilfried
        wilhelmina willa willeke willem willemijn willie willow wilma wim winfried winifred winnie winona winston
        wioletta wolf woody wout wouter wren wyatt wynn xander xandra xanthe xenia xiaoling xiaomei yael yahya
        yaima yana yanis yannick yannis yara yaseen yash yasin yasir yasmeen yasmina yasuko ylva yoko yolande
        yonatan yong yoon york yosef yoshi yoshiko youri yousef youssef yrsa ysabel ysanne yuka yukio yuliya yumi
        yuna yunus yuriko yusra yvan yves yvette zac zach zachariah zack zadie zahid zahir zahra zaid zain zaina
        zak zaki zakia zander zandra zane zaneta zarina zbigniew zdenka zed zeke zelda zelma zena zenobia zev
        zeynep zhanna zia ziad zina zinnia zita ziva zlata zlatan zoha zoja zola zoltan zora zosia zoë zsuzsa
        zsuzsanna zubair zuleika zuri zuzana zuzanna álvaro ángel ángela åke åsa åse çağla éabha élodie émile ésa
        étienne íñigo órla óscar ödön öykü özlem øystein øyvind ümit łukasz şule
        """.split()  # noqa: SIM905 - as above
    )
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
