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
winifred win winnie freda, wolfgang wolf wolfi, xavier xav, yvonne vonnie, zachary zach zack
"""


@cache
def _names() -> dict[str, frozenset[str]]:
    """Each form with all it may stand for, itself left out."""
    found: dict[str, set[str]] = {}
    for name in _NAMES.split(","):
        forms = name.split()
        for form in forms:
            found.setdefault(form, set()).update(f for f in forms if f != form)
    return {form: frozenset(others) for form, others in found.items()}


_OTHERS = frozenset(
    """
    aaron abdul ada adam adrian ahmed aidan akira alain alan alberto alessandro alina alvaro amina amir amit ana anders andre andrea anil anita anja
    anjali anton antonio arjun arne arthur arun ashley astrid aurelie axel ayesha beatrice benoit bernardo bjorn bo boris brandon brenda brent brian
    bruce bruno bryan callum camille carina carla carlos carmen carol catalina cecile chandra chen chiara chloe claire claude claudia claudio colin
    connor craig cristina cyril damian damien darren deepak denis derek diego dirk dmitri dmitry duncan dylan eduardo elena eli elif elke ellen
    eloise emil emilia emilie enrique eric erica erik erika ethan etienne fabian fabien fabio fatima federico felipe felix fernando fiona florian
    francisco franco gavin georgia gerrit giovanni giulia glen glenn gloria gordon graham greta guillaume gustavo guy hamish hans hassan heather
    hector hendrik hiroshi holger howard hugo ibrahim igor ingrid irina isaac ivan ivy jana jared jasmin jason javier jens jerome joel jonas jordan
    jorge jose joyce juan judith julien juliette jurgen justin kai kamal karen karim karsten kathrin keith kelly kenji kerry kiran kirsten krishna
    kristian kumar kurt kyle lars laszlo laure leila leon leonie lewis liam lina lisa logan loic lorenzo lorna louisa luca luis luisa lydia maja
    manuel marcel marcelo marco marek marina mario marion marius marlene marta mason mathias mathieu mauro max maya megan mehmet mia miguel mikael
    miriam mohamed morgan morten nadia naomi natalia neil nele nikhil nils nina noah noemie nora odile olaf olga omar oscar owen pablo paolo
    pascal patrice paul pavel pedro pierre pim piotr rafael rahul rajesh ralph ramon raphael raul ravi regina remi rene ricardo roberto robin rohan
    romain roman ronan rory ross ruben ryan sabine sanjay sara sasha scott sean selma serena sergei sergio shane shannon shaun silke silvia simone
    sofia sonia soren stella stina sunil suresh sven svenja tamas tanja tanya tatiana thierry thorsten tina tomas torsten tracy trevor umar uwe
    valentin vera vikram vincent vivek vladimir wei wendy wesley xiao yann yannick yasmin youssef yuki yusuf yvette zoe zoltan
    """.split()
)
"""Further given names, which are shortened to nothing else."""
_ALSO_WORDS = frozenset(
    """
    al ant art bella bill bram carol char chuck daisy dick dolly don dot drew fee flick frank gene grant hope jack jam jay jean jerry joy kit
    glen georgia guy ivy jasmin jordan lance line liv marina mason max may mark mart nan pad pat pen pip
    polly rae ray rich rob robin rod rose sandy sid sue tab tori trip tris vic wally will win
    """.split()
)
"""Forms that in small letters are words or short for something else."""


def is_given(word: str) -> bool:
    """Whether a word, in any case, is a given name or short for one, and in small letters nothing else."""
    key = word.casefold()
    return (key in _OTHERS or key in _names()) and (word[:1].isupper() or word not in _ALSO_WORDS)


def other_forms(given: str) -> frozenset[str]:
    """What somebody with this given name, in small letters, may be called as well: `robert` bob, `bob` robert."""
    return _names().get(given, frozenset())
