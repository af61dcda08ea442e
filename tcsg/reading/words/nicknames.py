"""Given names and what they are shortened to, English, German and French.

Parted by commas, without accents as names are compared; a short form may stand in several.
"""

from __future__ import annotations

from functools import cache

_NAMES = """
abigail abby abbie gail, abraham abe bram, adelaide addie heidi, agnes aggie, albert al bert bertie,
alexander alex al alec lex sandy xander sascha sasha alexandre, alexandra alex sandra alexa lexi sasha sandy,
alfred al alf alfie fred freddie, alison ali allie alli, amanda mandy, amelia amy millie mel, andrew andy drew, andreas andi andy,
angela angie ange, anna ann anne annie anni nan, annette netti, anthony tony ant, antonia toni, antoine toine tonio, arthur art arty,
barbara barb barbie babs barbel, bartholomew bart, benedict ben, benjamin ben benny benji, bernard bernie bern, bernhard bernd,
bernadette bernie, bertram bert bertie, beverley bev, birgit biggi, bridget bridie, cameron cam, caroline carrie caro caz line,
catherine cath cathy cat kate katie kit kitty kay trina, catharina kathi, cecilia cissy celia, charles charlie chas chuck chaz charly,
charlotte charlie lottie lotte char, christina chris tina chrissie christa, christine chris tina chrissie christel,
christopher chris kit topher, christian chris, christoph chris stoffel, clara clare, clemens clem, clement clem, constance connie,
corinne corry, cornelia conny nelly, cynthia cindy, daniel dan danny dani, danielle dani dany, david dave davey davy,
deborah deb debbie debs, denise denny, dennis den denny, diana di, diane di, dietrich dieter, dominic dom nick, dominique dom domi,
donald don donnie, dorothy dot dottie dolly, dorothea doro thea, douglas doug, edmund ed eddie ted, edward ed eddie ted teddy ned,
edwin ed eddie, eleanor ellie nell nora elle, elisabeth lisa lisbeth elsa else elli lis betti sissi,
elizabeth liz lizzie beth betty bess eliza lisa libby elsie lise, emanuel manu, emmanuel manu, emmanuelle manu, emily em emmy millie,
emma em, ernest ernie, eugene gene, eva evi, felicity flick fliss, florence flo flossie, francesca fran frankie,
frances fran frankie francie, francis frank fran, francoise soizic, franz franzl, frederick fred freddie freddy, friedrich fritz fred,
gabriel gabe, gabriele gabi, gabrielle gabby gabi, gareth gaz, gary gaz, geoffrey geoff jeff, george georgie, georg schorsch jorg,
gerald gerry jerry, gerard gerry ged, gerhard gerd, gertrud trude, gillian gill jill, gregory greg, gunther gunni, gwendolyn gwen,
hannah hanna, hannelore hanni lore, harold harry hal, harriet hattie harry, helena lena nell, helene lene leni, heinrich heinz heiner hein,
helen nell nellie, henry harry hal hank, henri riton, herbert herb bert, hubert bert hugh, ian iain, ignatius iggy, ingeborg inge,
irene renie, isabel izzy bella issy, isabella bella izzy issy, isabelle isa belle, jacob jake jack, jacqueline jackie jacqui,
jacques jacquot, jakob jockel, james jim jimmy jamie jem, jane janie jenny, janet jan, janice jan, jean-baptiste jb, jean-claude jc,
jean-luc jeannot, jean-pierre jp, jeffrey jeff, jennifer jen jenny jenni, jeremy jem jerry jez, jerome jerry, jessica jess jessie,
joachim jochen achim jo, joan joanie, joanna jo joan joey, joanne jo joey, johanna hanna jo hanni, johannes hans hannes jo johann,
john jack johnny jon, jonathan jon jonny john, joseph joe joey jo, josef sepp jupp, josephine jo josie fifi, joshua josh, judith judy jude,
julia jules julie, julian jules, karin kari, karl kalle, karoline karo line, kathleen kath kathy kate katie kay,
katherine kate kath kathy katie kit kitty kat kay, katharina kathi kati kathe katrin, kathrin kathi, kathryn kate kath kathy katie,
kenneth ken kenny, kevin kev, kimberly kim, klaus nick, kristina kris tina, kristin kris, laura laurie, laurence larry laurie,
lawrence larry laurie, leonard len lenny leo, leonhard leo, leopold leo poldi, leslie les, lillian lil lily, linda lindy, lindsay linds,
louis lou louie, louise lou lulu, lucas luke luc, lucia lucy, ludwig lutz wiggerl, lukas luki, lynette lyn, magdalena lena magda leni,
malcolm mal, manfred manni fred, marcus mark marc, margaret maggie meg peggy marge margie greta madge daisy,
margarete grete gretel gretchen marga rita, marguerite margot, maria mia mary mitzi ria, marianne nanni, marie-claude mc, marie-christine mc,
marjorie marge margie, mark marc, markus mark, martin marty mart, martina tina, mary polly molly may, mathilde tilly tilda,
matilda tilly tilda mattie, matthew matt matty, matthias matthes hias matze, matthieu mat matt, maureen mo, maurice mo, maximilian max maxi,
melanie mel, melissa mel lissa, michael mike mick micky mickey mikey michi michel, michel mimi, michaela michi ela, michelle shell chelle,
mildred millie, mohammed mo mohamed muhammad, monica mon, monika moni, muhammad mo, nancy nan, natalie nat, nathan nat nate,
nathaniel nat nate nathan, nicholas nick nicky nico, nicola nicky nic nikki, nicolas nico nick, nicole nicky nic nikki,
nikolaus klaus niko niki, norman norm, olivia livvy, oliver ollie olly oli, pamela pam pammy, patricia pat patty trish tricia patsy,
patrick pat paddy pad rick, paula pauli, pauline paula, penelope pen penny, peter pete, petra petzi, philip phil pip, philipp phil flip,
philippa pip pippa, philippe phil, priscilla cilla, prudence pru, rachel rach rae, raymond ray, rebecca becky becca bex, reginald reg reggie,
reinhard reini, renate nate reni, richard rick ricky dick rich richie dickie, rita ritchie, robert rob bob robbie bobby bert robin,
roberta bobbie, roderick rod rory, rodney rod, roger rog, roland rolli, ronald ron ronnie, rosalind ros roz, rosemarie rosi,
rosemary rose rosie, roxanne roxy, rudolf rudi rolf, russell russ, ruth ruthie, salvatore sal, samantha sam sammy, samuel sam sammy,
sandra sandy, sarah sally sadie, sebastian seb basti bastian, sebastien seb bastien, sharon shaz, sheila shell, sidney sid syd, sigrid siggi,
siegfried siggi, simon si, solomon sol, sophia sophie soph, stanley stan, stefan steff, stefanie steffi, stephanie steph stevie,
stephen steve stevie steph, steven steve stevie, stuart stu, sylvester sly, susan sue susie suzy, susanne susi sanne,
susannah sue susie zanna, suzanne sue suzy zanne, sylvia sylvie syl, tamara tammy, terence terry tel, teresa terry tess tessa,
theresa terry tess tessa resi, theodor theo, theodore ted theo teddy, therese thesy, thomas tom tommy, tiffany tiff, timothy tim timmy,
tobias tobi toby, ulrich uli ulli, ulrike uli ulli rike, ursula ulla uschi, valerie val, vanessa nessa, veronica ronnie vera, veronique vero,
victor vic, victoria vicky vic tori vix, vincent vince vinnie, virginia ginny, vivien viv, vivienne viv, walter wally walt, wendy wend,
werner wern, wilfred wilf, wilhelm willi willy helm, wilhelmina mina minnie willa, william will bill billy willy liam,
winifred win winnie freda, wolfgang wolf wolfi, xavier xav, yvonne vonnie, zachary zach zack,
archibald archie, arnold arnie, beatrice bea trixie, bradley brad, bronwyn bron, calvin cal, carol caz,
clifford cliff, daniela dani, derek del, ferdinand ferdi, fiona fi, frank frankie, franklin frank, gerard ger, gordon gord,
howard howie, isaac ike zac, jason jay, karen kaz, kimberley kim, leonardo leo, lesley les, lewis lew, lucille lucy, lucinda lucy cindy, lydia lyd,
madeleine maddy maddie, madeline maddy maddie, marian mari, marianne mari, martha marty, maxwell max, mitchell mitch, montgomery monty, neville nev,
nigel nige, olivia liv livvy, oswald oz ozzie, percival percy, phillip phil, phyllis phyl, randall randy, rebecca bec, rudolph rudy, shirley shirl,
sigmund sig, stefan stef, stewart stu, tabitha tabby, trevor trev, vernon vern, vivian viv, wilbur will, winston win, yvonne von, zachary zak,
aleksandr sasha sanya, aleksandra ola sasha, alejandro alex ale, alessandro ale sandro, agnieszka aga, antonio toni tonio, dmitry dima mitya,
dmitri dima mitya, eduardo edu, fernando fer nando, francisco paco fran pancho, franziska franzi, giovanni gianni, giuseppe beppe pino,
gonzalo gonza, grzegorz grzesiek, guillermo memo guille, ignacio nacho, jakub kuba, jiri jirka, jose pepe, joao joaozinho, katarzyna kasia,
krishnan krish, malgorzata gosia, manuel manu manolo, manuela manu, mikhail misha, nikolai kolya, piotr piotrek, rafael rafa, santiago santi,
srinivas srini, stephane steph, frederic fred, subramanian subbu, tomasz tomek, venkatesh venkat, vladimir vova volodya, wojciech wojtek,
yekaterina katya, ekaterina katya, yevgeny zhenya, aleksei alyosha, alexei alyosha
"""


@cache
def _names() -> dict[str, list[list[str]]]:
    """Each form with the forms of each name that it may stand for."""
    found: dict[str, list[list[str]]] = {}
    for name in _NAMES.split(","):
        forms = name.split()
        for form in forms:
            found.setdefault(form, []).append(forms)
    return found


_OTHERS = frozenset(
    """
    aaliyah aaron abdul abdullah abel abu achille ada adaeze adam addison adebayo adeel adela ademar adil aditya adolfo adrian adriana adrienn
    agathe agnieszka agnieta agota agustin ahmed ahmet aida aidan aiden ainhoa aino aisha aitor ajay akash akiko akira akosua aksel alain alan alana
    alberto alejandra alejandro aleksandar aleksander aleksandra aleksei alessandro alessia alessio alexandros alexandru alexei alexey alexia alexis
    alfonso alfredo alice alicia alina alivia aliya alois alok alon alvaro alyssa amadeo amaia amalia aman amandine amandla amara amari amaya amelie
    amina aminata amir amira amit amnon amund ana anabel anahera anais ananya anas anastacia anastasia anastasios anat anatoly anders andre andrea
    andrei andreia andrej andrey andrii andrzej anett angelica angelina angelo angus anh ania anika aniko anil anita aniyah anja anjali ankit
    annabel annabelle anneli annick annika anselm antoinette anton antonella antonio antti anu anupam aoife aparna apolline apostolos archana ariana
    arianna ariel arjun arkady armando arnau arnaud arne aroha aron artem arto arturo arun arvid arvind asaf ashish ashley ashok ashton ashwin asier
    asif asma asta astrid asuka attila aubrey aud auguste augustin aurelie aurelien ava avi aviv axel axelle ayesha aylin ayse aysegul aysel ayumi
    babatunde balazs bao baptiste barak barbora baris beata beatrice beatrix beatriz bence benedetta benedicte benedikt benito benoit bente berit
    berk berkay bernardo bertrand bethany bharat bhavna bianca bilal binh birgitta birthe bjarne bjorn bo boaz bogdan bogdana boguslaw bohdan boris
    borja borys bozena braden bradley brandon branko braydon breanna brenda brent brian bridgette brigida brigitte britt bronwyn brooke bruce bruna
    bruno bryan bryce bryn bryson burak burcu burkhard caetano caitlin caleb callum camila camilla camille capucine carina carl carla carlos carlota
    carmen carol carsten cassandra cassidy catalin catalina caterina catriona cayden cayetano cecile cedric celeste celine cemal cenk ceren cerys
    chaim chana chandan chandra chao charlene chelsey chen cheng chetan cheyenne chiamaka chiara chidi chihiro chinedu chloe christelle christiane
    christof christos chukwu ciara cillian ciprian ciro claire clarissa claude claudia claudine claudio claudiu clayton clemence clementine clint
    clinton clothilde clyde colby colette colin colleen collin cong connor conor coralie cordula corentin corey corina cory cosmin costas craig
    cristal cristi cristian cristiano cristina cristobal csaba cuong curtis cyril cyrille dafna dagmar daichi daisuke dalia dalila dalton damian
    damien damon daniela daniella danit darcy daria dario darius dariusz darko darla darlene darrell darren darryl davide davina davor dawson deanna
    debora declan deepak deirdre dejan delaney delia della delores delphine demetrius denis denisa deniz derek derrick desmond despina detlef devon
    dhruv didier diego dillon dimitra dimitrios dimitris dina dirk divya dmitri dmitry domenico dominik dong donna donovan doreen dorian dorota dov
    dragan dror duc dumitru duncan dusan dustin dwayne dwight dylan dzmitry ebba edgar edith edoardo eduardo edwina edyta efrain efrat egil egon
    eileen einar eino eirik eitan ekaterina elad elaine elena eleni eleonora eli eliane elias eliezer elif elin eliot elisa elisha eliska elke ellen
    elliot elliott elmer eloise eloy elton elvira elvis emeka emerson emery emi emil emile emilia emiliano emilie emilija emilio emine emre encarna
    enes enid enrico enrique enzo eoin erdem erez eri eric erica erik erika erin erkki ernesto ernst ervin erwin esa eskil esme espen esra esteban
    estelle esther esti ethan etienne eugenie eugenio evangelos evelyn evelyne evgenia evgeny ewa ewan eyal ezra fabian fabiana fabien fabienne
    fabio fabrizio faisal fang fanny farah farid fatih fatima fatma faustine fausto faye federico feliciano felicitas felipe felix feng ferdinand
    ferenc ferhat fermin fernand fernanda fernando filip filipa filipe filippo filiz finlay finley fiona flavia flavio florian floriane florin floyd
    folake fotini franca francesco francine francisco franco freja freya frida frieda frode fumiko funmi gabor gabriela gael gaelle gaetano galina
    galit garrett garth gaspard gaston gaurav gavin geeta gemma genevieve georges georgia georgina georgios geraint geraldine gerardo gerda germaine
    gero gerrit geza gheorghe ghislaine giacomo giang gianluca gianna gianni giannis gideon gilad gilbert gilberto gilles gino giorgia giorgio
    giorgos giovanni gisela gisele gita giulia giuseppe gizem gladys glen glenn gloria gokhan gonzalo gopal goran gordon gottfried graciela graham
    graziella greer gregoire gregorio grigory grzegorz guadalupe gudrun guido guilherme guillaume guillermo gulsen gunilla gunnar guo gustav gustavo
    guy gwenaelle gwyn gwyneth gyorgy gyula haakon habib hadar hailey hakan hala haley halil halina halvor hamid hamish hamza hana hanne hannu hao
    harald haris harish harsh hartmut haruka haruki haruto harvey hassan hatice hayden hayley heather hector hedda hedwig heike heikki heitor helga
    helge heli helio helle helmut hemant hemi hendrik henning henriette henrik henryk hermann hernan hideki hieu hila hilario hilary hilda hilde
    hilke hinemoa hiroko hiroshi hiroyuki hjalmar hoa hoang holger hollie hone horace horia horst hortense howard howell hua hugo huguette hui huong
    huseyin hussain hussein huy hyun ianto ibrahim ichiro ida idan ido ifeoma ignacio igor ihor ilan ilaria ildiko ilker ilona ilse ilya iman imelda
    imogen imran imre ina inacio inaki inbal indira ines inga inger ingo ingrid ingunn inmaculada ioana ioanna ioannis ione ionela ionut irem irena
    iria irina irma irvin isaac isabela isaiah ishaan isidro isla ismail isobel isolde istvan itai itamar itziar iulia iuliana ivan ivana ivonne
    ivor ivy iwona izaskun jaakko jacek jacky jaden jadwiga jae jaiden jaime jakub jamal jamila jana janelle janez janina janine janne janusz jared
    jarek jari jarkko jarl jaroslav jaroslaw jasmin jasmine jason jasper jaume javier jayden jayne jeanette jeanne jeannette jeannie jelena jenna
    jens jeremiah jermaine jerrod jerzy jesper jiahui jian jie jihye jillian jimin jing jiri jiro jisoo jiwoo joakim joana joann joao joaquim
    joaquin jocelyn jodie jody joel joelle johanne jolanta joleen jolene jonas jordan jordi jorge jorgen jorn jorunn jose josefa josep josette
    josiah jouni jovan joyce jozef jozsef juan juana juanita judd judit juha jukka juliana julianna julianne julien juliette julio jun junaid
    junichi jurgen jussi justin justine jutta jyoti kahu kai kaisa kaitlyn kaito kaj kamal kamil kaori kara karel karen karim karina karla karlie
    karolina karsten karyn kasey kasia kasper katarina katarzyna katerina kateryna katja katka katri kavita kavya kaye kayla kaylee kazuo keiko
    keira keiran keisha keisuke keith kellie kelly kelsey kelvin kemal kendall kendra kenji kenta kenton keren kerri kerry kerstin khadija khalid
    khanh kiera kieran kiersten kilian kimmo kinga kiran kirill kirsi kirsten kirsty kjell kjersti knut kofi koji konstantin konstantinos koray
    korbinian kostas krishna krista kristen kristi kristian kristopher kristy krisztian krisztina krystal krzysztof ksenia kumar kumiko kurt kwabena
    kwame kyle kylie kyung lacey lachlan laetitia laia laila lajos lakshmi lambert lana lara larisa lars lasse laszlo laszlone lata latoya laure
    lauren laurentiu lauri lavinia layla leah leander leandro leanne lech leena lei leighton leila leire leland lenka leon leonardo leonie leonore
    lerato leroy leszek letitia letizia levent levente levi lewis liang liat lidia liesel liisa lila lilian lilli lilou lin lina ling linh linnea
    lino lionel lior liviu ljubica llewellyn lloyd logan loic lois lonnie loredana loren lorena lorenzo loretta lorna lorraine lothaire lothar lotta
    louane louisa lowell lubna lubomir luca lucian luciana luciano lucie lucien lucienne lucinda lucio ludovic ludovica luigi luis luisa luise luiza
    lukasz lungile luther lydia lyle lyndon maarit maayan mabel macarena maciej madalina maddie maddison madeleine madelyn madhu madison mads mael
    maelle magnhild maha mahesh mahmoud maia maija maisie maite maja makayla mako makoto malachi malgorzata malin malte mamadou manaia mandla manish
    manoj manon manuel manuela mara marcel marcela marcella marcello marcelo marcia marcin marco mareike marek margarida margarita margery margit
    margo mari mariah mariam marian mariana mariano maribel maricarmen marietta mariette marija marijke marilena marilyn marina mario marion marisa
    marisol marit marius mariusz marjatta marketa marketta markku marleen marlene marlies marlon marsha marta marton martyna marvin maryam maryann
    maryse masahiro masaki masako masato mason massimo matej mateja mateusz mathew mathias mathieu mathilda mathis matias matilde matti mattia
    matyas maud mauricio maurizio mauro mavis maxence maxime maximo maxine maya mayumi mckenzie mechthild meena meera megan megumi mehdi mehmet mei
    meike meir melike melina melinda meltem melvin menachem mere meredith merete merle merlin merrill mert merve mervyn mette micaela micah michal
    michalis michele michiko mieczyslaw miguel mihaela mihai mika mikael mikhail mikko miklos mikolaj milan milena milos ming minh minji minjun
    minna miquel miranda mircea mireille mirella miri miriam mirjam miroslav mirta misaki mitsuko mladen moana mohan mohit mollie mona monserrat
    montserrat morag morgan moritz morten moshe mounir mpho mukesh murat muriel mustafa myles myra myriam myron naama nabil nacho nadav nadege nadia
    nadine nadir naima namrata nandor nanna naoki naoko naomi narciso nasir nasser natalia natalya natasha nathalie natsuki naveen nazli neal
    nebojsa neeraj neha neil nele nenad nerea nevaeh neve nga ngaire ngoc ngozi nguyen niamh nicoleta niels nigel nikau nikhil nikita niklas nikola
    nikolai nikolaos nikos nilay nils nimrod nina nir nisha nitin nkechi nnamdi nneka noa noah nobu noelia noemi noemie nolan nomsa nomvula noor
    norah norbert norberto noreen noriko nour nuno nuray nuria nurit obinna octave octavio oddvar odette odile ofer ofra oguz ohad oivind okan
    oksana olaf olav ole oleg oleh oleksandr oleksii olena olga olha olle olumide oluwaseun omar omer ondrej onur oren orhan oriane oriol orit orla
    ornella orsolya orville osama osborne oscar oskari osman osnat oswald otavio otis ottilie outi ovidiu owen oyvind ozan ozge ozgur ozlem pablo
    pallavi panagiotis pania pankaj pantelis paola paolina paolo paraskevi pascal pascale patrice patricio patrizia paul paulo pavel pavla pavlo
    pawel paxton payton pedro pekka peng pepe pere pernille perrine petar petr petronella petros petteri philippine phillip phoebe phuong phyllis
    pia pierre pierrette pierrick pietro pim piotr pirkko placido pooja poul prakash pranav prasad prashant pratik praveen predrag preeti priya
    przemek qiang qing quang quentin quynh rachna radek radha radoslav radoslaw rafael rafaela rafal ragnar ragnhild rahul raimundo rainer raj
    rajesh rakesh ralph raluca ramesh rami ramiro ramon ramona randal randall randolph rangi rania raoul raphael raquel rashid rashmi rasmus raul
    ravi rawiri razvan rebeca reece reem regina reidar reiner reka rekha remi renata renato renaud rene renuka reuben reut rhian rhiannon rhoda
    rhona rhonda rhys ricardina ricardo richarda riikka rikke rina ritu rivka rizwan roar roberto rochelle rodger rodolfo rodrigo rogelio rohan
    rohit roisin roksana romain roman romane romina romy ronan rong roni ronit rosa rosalba rosalie rosana rosanna rosario roscoe roser ross
    roswitha rotem rowena roxana royce ruairi ruben rufus rune rupert ruslan ruy ruzica ryan ryder ryo ryota ryszard saad saara sabela sabine
    sabrina sachiko sachin sagi sahil sakari sakura salim salma salome sameer sami samir samira sampo samuele sana sancho sandeep sandor sandrine
    sangeeta sanja sanjay saoirse sara sarit satoshi satu saul saurabh savita sayaka scott sean sebastiao seema seija selena selin selma sema seojun
    serdar serena sergei sergey sergi sergio sergiu serhii serkan seth seun seung severin severine sevgi shahid shan shana shane shania shannon
    shari sharona shaun shauna shawn shelby sheldon shelley shelly sheree sheridan sherif sherri sherrie sherwin shilpa shimon shinichi shinji
    shiori shira shirley shivani shlomo shmuel shoshana shota shreya shruti shu sian sibel sibylle siddharth sienna sigmar sigmund sigurd silas
    silje silke silvana silvia silvio silviu simina simona simone sina sinan sinead siobhan sipho siv sizwe slavko slawomir slobodan smita sneha
    snezana sofia solange solene sonali sonia sonja sonya soren soyeon spyros srinivas stacey stacie stacy stanislav stanislaw stavros stefania
    stefano steinar stella sten stepan stephane stewart stian stina sturla subhash sudha sudhir suman sumit sunder sungmin sunil sunita sunniva
    suresh surya susana susanna suzanna svein sven svenja svetlana swati swen sybil sylvain sylviane synne szabolcs szilvia szymon takashi takeshi
    takumi tal tali talia tamar tamas tamati tamsin tane taner tania tanisha tanja tanya tao tapio tara taras tariq tarja tarun tatiana tatsuya
    taylor teemu tendai teodor teodora teodoro terhi terje terrance terri thabo thaddeus thais thandi thanh thanos thao thelma themba theodoros
    thiago thibault thibaut thierry thilo thor thorsten thuy tia tiago tiana tibor tiina tilman timea timon timur titouan tiziana todd toini tolga
    tomas tomaso tomasz tomer tomi tomislav tommaso tomoko tomoya tor torben torbjorn tord torkel tormod torsten toru tova tove tracey tracie tracy
    trang traudl travis trent trenton trevor tristan trond troy trudy trung trygve tsubasa tsvi tuan tudor tugba tuncay tunde tuomas turid tuula
    tuyet tyler tyrone tzipi uche uday udo ugur ulf ulises ulrika ulysses uma umar umberto umit umut una unai uri uriel urszula usman ute uwe vaclav
    vadim valarie valdemar valentin valentina valere valeria valery vandana varun vasco vasile vasilis vasily vassilis vegard velma verena vernon
    veronika vicente vicki vickie vidar vidya vigdis vijay vikram viktor viktoria ville vinay vincenzo vineet vinod vinzenz violaine viorel virgil
    virgilio vishal vita vitaly vittorio vivek vivian vlad vladimir vladislav vojtech volkan volker volkmar volodymyr wade wafa wairua waleed wanda
    warren wayne wei wen wesley whitney wiebke wiktor wilbur wilfried wilma winfried winona wiremu wojciech wolfram woodrow woojin xabier xaver xavi
    xia xiao xiaoming ximena xin xu xuan xue yaa yael yago yair yakov yan yana yann yannick yannis yaroslav yasemin yash yasir yasmin yasmine yassin
    yasuko yehuda yelena yeon yesenia yevgeny yi yiannis yigal yilmaz ying yitzhak yngve yoann yoav yogesh yoko yolanda yonatan yong yorgos yoshi
    yossi yousef youssef yu yue yui yuichi yuka yuki yukiko yulia yumi yun yuna yuri yusra yusuf yusuke yuta yuto yuval yves yvette yvon zachariah
    zachery zahra zaid zainab zaira zane zanele zara zbigniew zdenek zdenka zeev zehra zelda zeljko zeynep zhen zheng zhi zodwa zoe zoey zofia
    zoltan zsofia zsolt zsuzsa zsuzsanna zubair zuzana zvi
    """.split()
)
"""Further given names, of many peoples, which are shortened to nothing else."""
_ALSO_WORDS = frozenset(
    """
    al ant art aud bella bianca bill bram carol char chi chuck cong dag daisy dick dolly don dot drew elan emi eri erin fee flick frank gene georgia
    glen grant guy harsh hone hope iman ina ines ivy jack jam jasmin jay jean jerry jordan joy jun kit lana lance lara lin line liv lotta mako mara
    marina mark mart mason max may mere nan noor octave ole pad pat pen pip polly rae ray reem regina rich rob robin rod roman rose rune sami sana
    sandy sid stella sue sunder tab tal tara taylor tia tor tori trip tris tyler una uri vic ville vita wade wally warren will win yi zane
    """.split()
)
"""Forms that in small letters are words or short for something else."""


def is_given(word: str) -> bool:
    """Whether a word, in any case, is a given name or short for one, and in small letters nothing else."""
    key = word.casefold()
    if "-" in key and word[:1].isupper():
        return all(part and (part in _OTHERS or part in _names()) for part in key.split("-"))  # `Ann-Marie`
    return (key in _OTHERS or key in _names()) and (word[:1].isupper() or word not in _ALSO_WORDS)


def other_forms(given: str) -> frozenset[str]:
    """What somebody with this given name, in small letters, may be called as well: `robert` bob, `bob` robert."""
    return frozenset([form for forms in _names().get(given, ()) for form in forms if form != given])
