"""The words of English minutes; a stranger could have written these lists without seeing any minutes of ours."""

from __future__ import annotations

from tcsg.reading.words.english_status import DONE, DONE_ALONE, DROPPED, FINISHED, OPEN, OPEN_ALONE
from tcsg.reading.words.english_verbs import FIELDS, NAMES_AND_VERBS, PURE_VERBS, VERBS
from tcsg.reading.words.language import Language, meanings, words

ENGLISH = Language(
    action_nouns=words(
        """
        actions action action_item action_items actions_items action_point action_points actionable actionables ais ai aps ap ars action_log
        action_list action_register open_items outstanding_items things_to_do jobs_to_do job_list joblist jobs_list action_tracker todo todos to_do
        to_dos follow_up follow_ups followup followups next_step next_steps task tasks task_list action_step action_steps homework actions_to_take
        things_to_follow_up before_next_meeting before_the_next_meeting before_next_time by_next_meeting by_the_next_meeting by_next_time
        before_we_meet_again before_we_meet_next before_we_next_meet until_we_meet_again until_next_time until_the_next_meeting who_does_what
        pending_items pending_points outstanding_points work_items assignment jobs chores errands who_is_doing_what who's_doing_what who_will_do_what
        who's_on_what who_is_on_what
        things_to_get_done fixme fixmes what_needs_doing what_needs_to_be_done open_points ai's to_do's todo's what's_next
        assignments carry_overs loose_ends tasking proposed_next_steps suggested_next_steps recommended_next_steps
        action_sheet action_grid action_table action_record action_schedule points_for_action points_to_action business_to_action report_on_actions
        report_on_action_items things_to_be_done jobs_to_be_done work_to_be_done what_i_need_from_you what_we_need_from_you
        """
    ),
    qualifiers=words(
        """
        a all and any are agreed arising as assigned at before between brought by carried completed complete closed continued continuing current
        decided defined done during existing finished follow following for forward further from immediate in in_progress items its key last list log
        main matters meeting meetings minutes new next of older old on ongoing open or other our outstanding over past pending prev previous prior
        priority roll rolled rollover roll-over progress raised recorded register remaining required requiring review reviewed reviewing revisit
        revisiting recap recapping checking since standing status still summary taken that the these this those to today track tracker tracking
        unassigned unfinished unresolved until up update updated updates urgent usual always week who with within from_previous_meetings resolved
        actions call telecon teleconference session sprint month quarter year term semester fortnight time today's week's meeting's month's biweekly
        quarterly short-term long-term overall general specific individual personal discussed captured created generated due overdue upcoming not
        after haven't hasn't weren't yet we you action s & / monthly weekly recent were noted identified assignee assignees owner owners my planned
        scheduled unchecked unticked resulting be people action-owner per needed carry-over allocation distribution post short long board committee
        team working dates follows implement agm egm volunteer roundup round-up carry made check go going walk through look back uncompleted undone
        incomplete unclosed reassigned left earlier previously given handed out ago weeks months one two three four last-time tbd coming additional
        mentioned suggested listed logged promised delegated tasked determined confirmed accepted requested important critical latest future extra
        relevant formal informal internal external minor major regular special joint active details summarised summarized sync standup stand-up
        workshop retreat during carryover carryovers discharged runthrough run-through approval approving adoption mtg mtgs rolling live late mid
        medium till til table schedule record records divided shared split distributed allocated
        """
    ),
    companions=words(
        """
        decision decisions decisions/actions takeaway takeaways take-aways outcome outcomes conclusion conclusions resolution resolutions agreement
        agreements recommendation recommendations commitment commitments assignment assignments responsibilities deadlines owners deliverables
        milestones motions results highlights target targets dates due_dates timescales timescale
        """
    ),
    marks=words(
        """
        action_item action_items action_point action_points action actions to-do to_do todo todos follow-up followup ai ais ap aps
        """
    ),
    summary_words=words("summary list log register overview person recap sheet grid table schedule"),
    review_words=words(
        """
        last prev previous prior past earlier previously ago review reviewed outstanding old older ongoing pending forward arising standing carry
        carryover carryovers roll rolled rollover rolling update updates status progress recap revisit revisiting check checking reassigned report
        """
    ),
    new_words=words("new today"),
    closed_headings=words("complete completed done closed finished resolved discharged achieved actioned cleared ticked_off signed_off"),
    open_headings=words(
        """
        new ongoing outstanding open in_progress pending incomplete carried_forward not_started unresolved current continuing brought_forward
        rolled_over carry_forward remaining unassigned unclaimed not_assigned not_yet_assigned old older previous past last carried_over carry_over
        carried_on in_hand on_hold unfinished uncompleted undone unclosed left_open to_be_continued on_going underway under_way doing wip
        work_in_progress being_done in_the_works in_review backlog paused started no_update no_updates no_news no_progress overdue delayed deferred
        postponed blocked stalled stuck parked on_ice chasing awaiting waiting held_over left_over leftover not_yet reassigned re_assigned
        """
    ),
    dropped_headings=words(
        """
        dropped cancelled canceled withdrawn lapsed superseded abandoned given_up no_longer_needed no_longer_required no_longer_relevant not_needed
        not_required won't_do obsolete thrown_out binned scrapped discarded shelved not_doing not_going_to_happen
        """
    ),
    framing=words(
        """
        contents table_of_contents aob a.o.b any_other_business any_other_matters other_business
        summary_of_resolutions summary_of_decisions date_of_next_meeting date_of_the_next_meeting
        adjournment close_of_meeting review_of_agenda review_of_the_agenda approval_of_agenda approval_of_the_agenda adoption_of_the_agenda
        """
    ),
    elsewhere_headings=words(
        """
        fyi for_information for_info
        agenda attendance attendees present apologies regrets participants decisions decision resolutions resolution votes motions announcements
        members roll_call agenda_items agenda_for_next_meeting next_agenda items_for_next_meeting references links notes next_meeting_items
        next_meeting topics_for_next_meeting next_agenda_items for_the_next_agenda for_next_agenda topics agenda_for_the_next_meeting
        for_the_next_meeting parking_lot events key_dates important_dates events_and_deadlines calendar table_of_contents contents decisions_made
        decisions_taken decisions_reached decisions_agreed decision_log decisions_log key_decisions main_decisions major_decisions formal_decisions
        summary_of_decisions list_of_decisions decision_summary decisions_and_votes resolutions_passed motions_passed
        """
    ),
    elsewhere=words("agenda attendance attendees participants roll-call"),
    business=words(
        """
        proposal proposals update updates report reports meeting meetings status call calls news charter charters question questions topic topics
        takeaway takeaways insight insights highlight highlights point points issue issues idea ideas discussion discussions theme themes decision
        decisions outcome outcomes concern concerns challenge challenges requirement requirements detail details option options risk risks
        """
    ),
    checklists=words(
        "checklist check-list before_we_start before_we_begin before_the_meeting housekeeping at_the_start meeting_setup"
        " wish wishes wishlist wish-list want wants requirement requirements criteria expectations preferences hopes"
    ),
    told_headings=words("minutes meeting_minutes meeting_notes notes_of_the_meeting notes_from_the_meeting minutes_of_the_meeting"),
    decision_marks=words("agreed agree decision decided resolved resolution motion vote voted accepted rejected"),
    remarks=words("info information note idea help link topic proposed"),
    nothing=words(
        """
        noted agreed approved accepted adopted for_information for_info for_discussion for_decision none … nil n/a n.a na no_actions no_action
        no_action_items none_recorded none_noted nothing tbd tba todo to_do tbc - — – x no_new_actions no_actions_recorded not_applicable nfa
        informational information_only informational_only for_information_only
        """
    ),
    done=DONE,
    done_alone=DONE_ALONE,
    dropped=DROPPED,
    open=OPEN,
    open_alone=OPEN_ALONE,
    group_nouns=words(
        """
        head leader teacher man woman person keeper master nurse assistant director president coaches coach captain captains players parents teachers
        stewards wardens instructors singers conductors sec treas librarian caretaker member members team teams group groups committee board council
        editor editors chair chairs co-chairs cochairs chairperson chairman chairwoman secretary secretariat treasurer clerk officer officers staff
        exec executive maintainer maintainers client clients lead leads host hosts attendee attendees participants representatives reps trustees
        governors directors subcommittee sub-committee wg volunteers organisers organizers contributors developers authors reviewers herders registry
        authority agency ministry treasury tsc minute-taker note-taker scribe manager managers office subgroup subgroups sub-group sub-groups
        working-group task-group department departments faculty community convenor convener admin admins administrator administrators worker workers
        coordinator coordinators co-ordinator adviser advisers advisor advisors consultant consultants engineer engineers architect accountant auditor
        auditors contractor contractors supplier suppliers inspector supervisor supervisors steward registrar provost dean bursar principal
        headteacher deputy vicar rector curate warden churchwarden churchwardens organist sexton verger councillor councillors mayor planner scientist
        doctor doctors pharmacist therapist matron physio researcher researchers student students postdoc pi analyst tester testers designer designers
        owner sponsor vendor partners lawyer solicitor surveyor electrician plumber gardener gardeners cleaner cleaners cook chef driver drivers
        skipper cox quartermaster leaders referee umpire groundsman webmaster crew owners registry reception unit panel forum division branch section
        task-force taskforce helpdesk senco hod dpo agent agents editor-in-chief delegates delegate scout scouts rep ombudsman trustee governor
        committers implementers implementors curators moderators translators speakers presenters panellists panelists exhibitors sponsors mentors
        signatories subscribers
        """
    ),
    nobody=words(
        """
        nothing someone somebody anyone anybody they we i you he she it who this that there one nobody everything something tbd tbc n/a na
        unassigned unclaimed unknown none absent remote remotely tba nn n.n yes no ok okay us them let's let’s lets aob aocb asap eod eow eom
        """
    ),
    unfilled=words("na n/a nn n.n tba tbd tbc none unknown aob aocb asap eod eow eom"),
    no_names=words(
        """
        what who when where why how task description due deadline owner title high low medium urgent critical important note just a an the this that
        these those in on at by for from to of with after before when once if as and or but next last every each some any no not new old draft
        information news paper report update further following also then there here it its our their his her monday tuesday wednesday thursday friday
        saturday sunday january february march april may june july august september october november december today tomorrow asap reminder note
        website agreed decision action actions item items question questions discussion background summary minutes status due until during within via
        per looking hoping planning trying going waiting aiming intending please re regarding concerning proposal idea suggestion cont still followup
        follow-up it's it’s there's there’s that's that’s agenda schedule location venue proposed needs wants replaced superseded would could should
        might must shall were has had does did is are over under about around against between without carryover carry-over rollover meeting meetings
        session sessions points things topics issues options reasons ways somehow maybe perhaps possibly hopefully ideally eventually probably
        optionally tentatively already
        """
    ),
    table_action=words(
        """
        action actions action_item action_items action_point action_points task tasks to_do to-do todo todos follow_up follow_ups follow-up
        follow-ups followup followups actions_required action_required promise promised next_steps next_step next_week todo_next to_do_next
        plan_for_next_week next_actions job_to_do jobs_to_do thing_to_do things_to_do task_to_do tasks_to_do work_to_do assignment assignments
        commitment commitments action_description description_of_action agreed_next_steps
        """
    ),
    table_text=words(
        "text description detail details activity item matter what deliverable deliverables thing things job jobs chore chores loose_end loose_ends"
    ),
    table_number=words("identifier no nr number # id ref reference ref_no ref._no item item_no action_no action_id action_ref sr s/n num"),
    table_owner=words(
        """
        resp resp. owner owners initials who responsible responsibility person assignee assignees assigned assigned_to by_whom lead action_by
        action_owner whom owned_by carried_by done_by taken_by allocated_to actionee driver for poc point_of_contact pic dri whose whose_job
        taken_on_by looked_after_by lead_officer lead_person lead_member lead_name action_holder holder actioner action_lead task_lead accountable
        accountable_person accountable_officer point_person delegated_to named_person key_person champion action_on by_who who_by who_will in_charge
        person_in_charge who_is_responsible ownership lead_by led_by
        """
    ),
    table_due=words(
        """
        due deadline dl eta due_date by_when when target target_date date_due timescale timeline timeframe complete_by completion_date due_by by
        until timing until_when target_completion till till_when ready_by needed_by no_later_than by_date time_frame to_be_completed_by to_be_done_by
        finish finish_by expected_by expected_completion expected_date required_by planned_date planned_completion estimated_completion
        estimated_date due_on target_dt target_dt. date_required end_date when_by due_when target_completion_date expected_completion_date
        planned_completion_date date_for_completion for_completion_by date_needed to_be_completed
        """
    ),
    table_status=words(
        """
        status state report progress done complete completed sorted actioned rag brag rag_status rag_rating update updates outcome result
        where_we_are where_are_we current_status position open/closed closed resolution st st. stat o/c c/o open/close completion completion_status
        """
    ),
    acronyms=words(
        """
        ai api apis cd ci cli css db dns eta faq faqs gdpr gui html http https json kpi pdf pdfs pr prs rfc rfp roi sdk sql ssl tls toc ui
        url urls ux vat xml yaml python java javascript typescript php matlab jira github gitlab bitbucket docker kubernetes ansible
        terraform confluence sharepoint dropbox excel powerpoint gmail youtube facebook twitter instagram linkedin whatsapp mastodon
        wordpress drupal moodle zoom trello figma zenodo wikipedia wikidata linux windows macos android ios npm pypi website wiki newsletter
        homepage docs frontend backend intranet cpan cran vpn midi usb hdmi wifi gps gpu cpu ram ssh dhcp lan led leds pcb cad ocr sms csv tsv
        """
    ),
    articles=words("the a an this that these those my our your his her its their all each every both it us them me him any some no"),
    abbreviated=frozenset(("Sec.", "Treas.", "Hon.", "Jr.", "Sr.", "Dept.", "Cllr.", "Prof.", "Dr.")),
    goes_to=words(
        """
        access additions adjustments alternatives amendments answer answers appeal application approach changes comments contributions corrections
        edits enhancements feedback fixes guide improvements introduction invitation invitations letter letters link links message modifications
        objection option options petition replies reply response responses revisions route submission suggestions thanks tweaks updates visit
        """
    ),
    helped=words(
        """
        with_support_from with_help_from with_the_help_of with_assistance_from supported_by assisted_by helped_by in_consultation_with
        in_liaison_with in_conjunction_with w/ in_discussion_with after_consulting in_coordination_with via through with
        """
    ),
    finished=FINISHED,
    verbs=VERBS,
    pure_verbs=PURE_VERBS,
    names_and_verbs=NAMES_AND_VERBS,
    fields=FIELDS,
    present=words(
        """
        present here who_was_there who_was_here who_is_here whos_here who_came on_the_call dialled_in on_call joined people attendees attendee
        attendance in_attendance attending attended members_present also_present people_present those_present participants members voting_members
        non-voting_members guests observers invited roll_call in_the_chair chair trustees governors councillors sederunt scribe scribes facilitator
        note_taker note-taker minute_taker minute-taker minutes_by notes_by minutes_taken_by staff others_present please_add_your_name add_your_name
        sign_in say_hi say_hello say_hi_here in_the_call in_call on_zoom on_teams in_the_bar in_the_pub in_the_hut in_the_hall in_the_kitchen
        in_the_office in_the_library in_the_club_house in_the_clubhouse in_the_channel at_the_table round_the_table around_the_table
        we_were we_are we_had
        """
    ),
    takers=words("minutes notes minutes_by notes_by minute_taker note_taker scribe secretary recorder"),
    excused=words(
        """
        apologies apology apologies_for_absence apologies_received apologies_from regrets excused absent absences not_present absentees
        unable_to_attend sorry not_here apols apol
        """
    ),
    attended=words(
        """
        present attendees attendee attendance attendances attendence attending attended attend participants participant participating participated
        here there joined joining sederunt came sign-in
        """
    ),
    missing=words(
        "apologies apology apols appologies apologises regrets regret absent absentees absents absences absence excused missing sorry away declined"
    ),
    negations=words("not unable cannot can't couldn't didn't"),
    bodies=words(
        """
        members member committee board council team staff voting nonvoting trustees governors directors officers councillors maintainers delegates
        representatives reps guests guest observers observer visitors visitor invited invitees people who who's room line screen person remote
        remotely online zoom teams phone telephone video virtual virtually site others contributors volunteers folks developers organisers organizers
        """
    ),
    around=words(
        """
        other others also additional current currently regular full steering technical executive exec core project community meeting call today
        today's the of in on at for from to by and or with that those were was are is persons person list all our us group working panel parish
        governing advisory physical physically received sent sends tendered noted record recorded name names order able be being following as well
        via conference hall office non ex officio late early public students student faculty s lines said partly partially temporarily later
        """
    ),
    hosts=words(
        """
        chair chairs chairperson chairman chairwoman chaired_by co-chair co-chairs vice-chair vice_chair acting_chair meeting_chair in_the_chair
        host hosts hosted_by moderator moderators moderated_by facilitator facilitators facilitated_by scribe scribes note_taker note_takers
        note-taker note-takers notetaker minute_taker minute-taker minutes_by notes_by minutes_taken_by notes_taken_by taking_notes minutes notes
        minutes_recorded_by recorded_by recorder recording_secretary rotating_secretary acting_secretary secretary clerk timekeeper presiding
        presided_by meeting_scribe
        """
    ),
    nameless=words(
        """
        none nobody nil all everyone everybody various others other see list quorum quorate yes no name names affiliation initials present absent
        me myself self
        apologies regrets attendees attendance members member guests guest observers agenda minutes minute notes note location venue place date time
        recording recordings meeting meetings link links zoom welcome introductions introduction discussion action actions decision decisions update
        updates review approval apology received facilities facility public open remote online person rotating volunteer volunteers needed topic
        topics item items task tasks next previous last please add your start end duration slides scribe moderator host facilitator call order
        summary total unknown vacant vacancy start began website email youtube rotating video audio here today tomorrow
        """
    ),
    cardinals=meanings("two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12"),
    ordinals=meanings("first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12"),
)
