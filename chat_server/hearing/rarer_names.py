"""Given names that are heard more seldom, from many countries."""

RARER_NAMES = frozenset(
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
    """.split()  # noqa: SIM905 - a list would be one word a line
)
