"""The verbs with which English orders begin."""

from __future__ import annotations

from tcsg.reading.words.language import words

VERBS = words(
    """
    abandon abolish absorb accelerate accept access accommodate accompany account accredit achieve acknowledge acquire act action activate
    adapt add address adjourn adjust administer admit adopt advance advertise advise advocate affirm agree aim alert align allocate allow
    alter amend analyse analyze announce anonymise answer anticipate apologise apologize appeal append apply appoint appraise approach
    approve arbitrate archive argue arrange articulate ascertain ask assemble assert assess assign assist assume assure attach attempt
    attend attract auction audit authorise authorize automate award babysit back backfill backport bake balance ban banner-up bar barbecue
    base batch be become begin benchmark bid bind bleach blend block blog boil bolt book boost borrow brainstorm break brew bridge brief
    bring bring-up broadcast broaden browse brush budget build bump bundle burn buy bypass calculate calibrate call calm campaign cancel
    canvass capture care carry cast catalog catalogue catch categorise categorize cater caulk cause cease celebrate centralise certify chair
    challenge change charge chart chase chat check checklist cherry-pick choose chop circulate cite claim clarify classify clean clear click
    climb clip clone close co-author co-chair co-create co-operate co-opt co-ordinate coach code codify collaborate collate collect colour
    combine come commemorate commence comment commission commit communicate compare compensate compere compete compile complain complete
    comply compose compost compress compute concentrate conclude conduct configure confirm connect consent consider consolidate constitute
    construct consult contact contain continue contract contrast contribute control convene convert convey convince cook cooperate
    coordinate copy correct correspond cost count counter cover craft create credit critique crop cross-check cull cultivate curate cut
    cycle damp date deal debate debrief debug decide declare decline decommission decorate dedicate deduct deepen defer define delay
    delegate delete deliver demand demo demolish demonstrate deploy deposit deprecate derive describe design designate destroy detail detect
    determine develop devise devote diagnose differentiate dig digitise digitize direct disable disband discard disclose discontinue
    discover discuss dismantle display dispose disseminate distinguish distribute divide document donate double double-check download draft
    drain draw dredge dress drill drive drop dry duct duplicate dust e-mail earmark ease edit educate elaborate elect elevate elicit
    eliminate email embed embrace embroider emphasise emphasize empower empty enable enact encourage end endorse enforce engage engrave
    enhance enlarge enlist enquire enrich enrol enroll ensure enter enumerate envisage equip erase erect escalate establish estimate
    evaluate examine exchange exclude execute exempt exercise expand expect expedite experiment explain explore export expose express extend
    extract facilitate fade familiarise fasten feature feed feedback fell fence ferry fertilise fetch fight figure file fill fillet film
    filter finalise finalize finance find fine-tune finish fish fit fix flag flatten flesh float flush fly focus fold follow forecast forge
    forget form formalise formalize format formulate forward foster found frame free freeze fulfil fulfill fund furnish further gain gather
    gauge generate get gild give glue go govern grade grant grease greet grill groom groundskeep grow guarantee guard guide hand handle
    handwrite hang harden harmonise harmonize harvest have head heat help hem highlight hire hoist hold honour hoover host house hunt husk
    identify ignore illustrate imagine implement import improve include incorporate increase index indicate induct influence inform
    initialise initialize initiate inject innovate input inquire insert inspect inspire install instigate institute instruct insulate insure
    integrate intend interact interpret intervene interview introduce invent inventory invest investigate invite invoice involve iron
    isolate issue iterate join judge juggle justify keep kick kick-off kick-start knit knock know label lag laminate land lap launch launder
    lay lead learn lease leave lend lengthen let level leverage liaise license lift light like lime limit line link list listen live load
    loan lobby localise locate lock log look loop loosen lop lower lubricate mail maintain make manage mandate map mark market match
    maximise measure mediate meet mend mentor merge message migrate mind minimise minimize minute mirror mitigate mix mobilise model
    moderate modernise modify monitor mop motivate mount move mow mulch multiply name narrow need negotiate net network nominate normalise
    note notice notify nudge number nurture obey obtain occupy offer oil onboard open operate opt optimise optimize orchestrate order
    organise organize orient outline outsource overhaul oversee own pack package page paint paper-up parse participate partner pass paste
    patch pause pave pay peel penalise perform permit persuade phase phone photocopy photograph pick pickle pilot pin ping place plan plant
    plaster play plot plough plug point polish poll pool populate port pose position post postpone pour practice practise praise prefer
    prepare present preserve press pressure-wash prevent price prime print prioritise prioritize probe proceed process procure produce
    profile program programme progress prohibit project promote prompt proof proofread propose protect prototype prove provide prune
    publicise publicize publish pull pump purchase purge pursue push put qualify quantify query question quote race raise rake ratify
    rationalise re-advertise re-align re-circulate re-draft re-run reach react reactivate read realise realize reallocate reassess reassign
    reassure rebase rebook rebuild recall receive recheck recirculate reclaim recognise recognize recommend reconcile reconfirm reconsider
    reconstruct reconvene record recover recruit rectify recycle redesign redirect redistribute redo redraft reduce reengage refactor refer
    referee refill refine reflect reform reformat reframe refresh refund refurbish refuse regenerate register regulate reimburse reinforce
    reinstall reinstate reissue reiterate reject relate relaunch relay release relocate rely remain remedy remember remind remove rename
    renegotiate renew renovate rent reopen reorder reorganise repaint repair repay repeat rephrase replace replenish reply report repost
    represent reproduce request require rerun reschedule rescue research resend reserve reset reshape reshare resign resist resolve respond
    restart restock restore restrict restructure resubmit resume retain retest rethink retire retrieve retry return reuse revamp reveal
    reverse revert review revise revisit revive revoke reword rework rewrite rig ring rinse roll rotate round route row rule run safeguard
    sail salt sample sanction sand sandblast satisfy save scale scan schedule scope score scrap screen script scrub scrutinise seal search
    seat second secure see seed seek select sell send separate sequence serve service set set-up settle setup sew shadow shape share sharpen shear
    shelve shift ship shoot shop shorten shortlist shovel show showcase shred shut sieve sign sign-off signal signpost simplify simulate
    sing sit size sketch slice smooth socialise socialize soft-launch solicit solve sort sound source sow spare speak spearhead specify
    speed spend splice split sponsor spot spray spread spruce staff stage stain standardise standardize staple start state stay steam steer
    step stimulate stipulate stir stitch stock stoke stop store storyboard strategise stream streamline strengthen stress strike strip
    strive structure study style subcontract submit subscribe substitute succeed suggest summarise summarize supervise supplement supply
    support survey suspend sustain swap sweep switch sync synchronise synthesise systematise table tack tackle tag tailor take talk tar
    target taste teach tell tender terminate test text thank thatch theme thin think throw tick tidy tie tighten tile time title top top-up
    touch tour tow track trade train transcribe transfer transform transition translate transmit transport treat triage trial trigger trim
    troubleshoot trowel try tune turn tweak tweet twin type umpire unblock unclog uncover underline understand undertake undo unify
    uninstall unite unload unlock unpack unpublish update upgrade uphold upload upskill urge use utilise utilize vacate vacuum validate
    value varnish vary verify vet view visit visualise volunteer vote wait waive walk warn wash watch water wax weed weigh welcome weld
    whitewash widen wind winterise wipe wire withdraw witness woo work wrap write yield zip
    """
)

FIELDS = words(
    """
    audit box care change club contract control design display document drill exhibit field fight film fund garden light market outreach plant
    play press process program purchase quality record release repair research review safeguard sample security service sound stage study
    supply support survey test trade train transfer travel water web work
    """
)

NAMES_AND_VERBS = words("author chair chase coach cook finance grant head host house lead man mark network project programme staff transport")

PURE_VERBS = words(
    """
    add adjust agree announce arrange ask assess attend begin bring choose circulate clarify clean come compile complete confirm consider
    create decide define deliver deploy describe determine develop disable discuss distribute draw email enable enquire ensure establish evaluate
    examine expand
    explain explore finalise finalize find finish get give go identify implement improve inform inquire install integrate introduce
    investigate invite join keep learn let maintain make migrate modify obtain organise organize pay prepare present produce propose provide
    publish pursue put reach read remove replace resolve respond revise rewrite see send set share solve speak submit suggest summarise
    summarize take talk tell think tidy understand verify write
    """
)
