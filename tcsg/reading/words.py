"""The words of English minutes, as data: a stranger could have written these lists without seeing any minutes of ours."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(w.replace("_", " ") for w in text.split())


ACTION_NOUNS = _words(
    """actions action action_item action_items actions_items action_point action_points actionable actionables ais ai action_log action_list
    action_register action_tracker todo todos to_do to_dos follow_up follow_ups followup followups next_step next_steps task tasks task_list"""
)
"""What a block of actions is called."""

QUALIFIERS = _words(
    """a all and any are agreed arising as assigned at before brought by carried completed complete closed continued continuing current decided
    done during existing finished follow following for forward further from immediate in in_progress items its key last list log main
    matters meeting meetings minutes new next of older old on ongoing open or other our outstanding over past pending previous prior
    priority progress raised recorded register remaining required requiring review reviewed reviewing since standing status still summary
    taken that the these this those to today track tracker tracking unassigned unfinished unresolved until up update updated updates urgent
    week who with within from_previous_meetings resolved actions action s & / monthly weekly recent
    were agreed noted identified assignee assignees owner owners are be people action-owner"""
)
"""Words that may stand around it without making it something else."""

SUMMARY_WORDS = _words("summary list log register overview person recap")
REVIEW_WORDS = _words("last previous prior past review reviewed outstanding old older ongoing pending forward arising standing")

CLOSED_HEADINGS = _words("complete completed done closed finished resolved discharged")
OPEN_HEADINGS = _words(
    """new ongoing outstanding open in_progress pending incomplete carried_forward not_started unresolved current continuing remaining
    unassigned old older previous past last"""
)
DROPPED_HEADINGS = _words("dropped cancelled canceled withdrawn lapsed superseded")

NOT_ACTIONS_HEADINGS = _words(
    """agenda attendance attendees present apologies regrets participants decisions decision resolutions resolution votes motions announcements
    members roll_call agenda_items agenda_for_next_meeting next_agenda items_for_next_meeting references links notes
    next_meeting_items items_for_next_meeting next_meeting topics_for_next_meeting next_agenda_items for_the_next_agenda for_next_agenda topics
    agenda_for_the_next_meeting for_the_next_meeting parking_lot"""
)
"""Headings below which a task box is a box of the agenda or of the attendance, not an action."""

ELSEWHERE = _words("agenda attendance attendees participants roll-call")
"""Words that make any title one of these."""

DECISION_MARKS = _words(
    """agreed agree decision decided resolved resolution motion vote voted info information note idea help link topic proposed proposal
    accepted rejected"""
)

NOTHING = _words(
    """none … nil n/a na no_actions no_action no_action_items none_recorded none_noted nothing tbd tbc - — – x no_new_actions no_actions_recorded
    not_applicable"""
)

DONE = _words(
    """done completed complete closed finished resolved discharged fixed merged actioned sent delivered achieved ✅ ✓ ✔ ☑ action_complete
    action_completed all_done now_done now_complete action_closed completed_and_closed"""
)
DROPPED = _words(
    """dropped cancelled canceled withdrawn lapsed superseded obsolete abandoned no_longer_needed no_longer_required no_longer_relevant
    not_needed not_required overtaken_by_events void rejected"""
)
OPEN = _words(
    """ongoing on-going open outstanding pending wip in_progress in_hand not_done not_yet_done no_update no_progress deferred postponed
    carried_forward carried_over carry_forward carry_over c/f continues continuing continued reassigned to_be_done not_started on_hold
    incomplete not_complete not_completed partially_done partly_done still_open active started underway under_way delayed to_do todo new
    unresolved"""
)

EVERYBODY = _words(
    """all everyone everybody members all_members committee_members all_committee_members steering_group_members group_members board_members
    whole_committee whole_group"""
)
"""Owners that mean every member, with or without a committee.yaml."""

GROUP_NOUNS = _words(
    """head leader teacher man woman person keeper master nurse assistant director president coaches coach captain captains players parents
    teachers stewards wardens instructors singers conductors sec treas librarian caretaker member members team teams group groups committee
    board council editor editors chair chairs co-chairs cochairs chairperson chairman chairwoman secretary secretariat treasurer clerk
    officer officers staff exec executive maintainer maintainers client clients lead leads host hosts attendee attendees participants
    representatives reps trustees governors directors subcommittee sub-committee wg volunteers organisers organizers participants
    contributors developers authors reviewers herders tsc minute-taker note-taker scribe manager managers office subgroup department
    departments faculty community convenor convener president admin admins administrator administrators community"""
)

NOBODY = _words(
    """nothing someone somebody anyone anybody they we i you he she it who this that there one nobody everything something tbd tbc n/a na unassigned
    unknown none us them"""
)

UNFILLED = _words("na n/a tbd tbc none unknown")
"""What stands in a place for owners when there is none, even in capitals."""

NO_NAMES = _words(
    """a an the this that these those in on at by for from to of with after before when once if as and or but next last every each
    some any no not new old draft information news paper report update further following also then there here it its our their his her
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december today tomorrow asap reminder note website agreed decision action actions item items question questions discussion
    background summary minutes status due until during within via per"""
)
"""Words that begin no name."""

ABBREVIATED = ("Sec.", "Treas.", "Hon.", "Jr.", "Sr.", "Dept.", "Cllr.", "Prof.", "Dr.")
"""Words whose full stop is theirs."""

HELPED = (
    "with support from",
    "with help from",
    "with the help of",
    "with assistance from",
    "supported by",
    "assisted by",
    "in consultation with",
    "with",
)

VERBS = _words(
    """accept achieve acknowledge act action add address adjust adopt advertise advise agree aim align allocate amend analyse analyze announce
    apply appoint approach approve arrange ask assemble assess assign assist attempt attend audit be become begin book bring brief build buy
    calculate call cancel carry change chase check choose circulate clarify clean clear close collaborate collate collect come comment
    commence commission commit communicate compare compile complete compose conclude conduct confirm connect consider consolidate construct
    consult contact continue contribute convene convert coordinate co-ordinate copy correct correspond cost cover create decide define
    deliver demo deploy design determine develop devise direct discuss disseminate distribute document double-check draft draw drop edit
    email e-mail enable encourage engage enquire ensure enter establish evaluate examine expand expedite explain explore extend extract feed
    fetch file fill finalise finalize find finish fix flag focus follow forward fund gather gauge generate get give go hand have help hire
    hold host identify implement improve include inform initiate inquire inspect install instruct integrate interview introduce investigate
    invite involve issue join keep know launch lead learn leave let liaise limit link list log look maintain make manage map mark measure
    meet merge modify monitor move need negotiate nominate note notify number obtain offer open order organise organize outline oversee
    participate pass pay perform pick pilot plan post prepare present press print prioritise prioritize process procure produce progress
    promote propose provide publicise publicize publish purchase pursue push put raise re-draft reach read rebuild receive recommend
    reconsider record recruit redesign redraft reduce refer refine register reissue release remember remind remove rename renew reopen
    repeat replace reply report represent request require research reserve reset resolve respond restart review revise revisit rewrite run
    save scan schedule scope search secure see seek select send separate set setup share ship show sign simplify solicit sort speak specify
    split start state stop store streamline study submit suggest summarise summarize supply support survey switch take talk tell test think
    tidy track train transfer translate transmit try turn undertake update upgrade upload use validate verify visit vote wait watch welcome
    work write"""
)
"""Verbs that open a task said without its owner: `Continue to engage …` is nobody's name."""

TABLE_ACTION = _words(
    """action actions action_item action_items action_point action_points task tasks to_do todo follow_up actions_required action_required
    next_steps next_step"""
)
TABLE_TEXT = _words("description detail details item what")
TABLE_OWNER = _words(
    """owner owners who responsible responsibility person assignee assignees assigned assigned_to by_whom lead action_by action_owner whom
    owned_by allocated_to actionee driver"""
)
TABLE_DUE = _words(
    """due deadline due_date by_when when target target_date date_due timescale timeline timeframe complete_by completion_date due_by by
    target_completion"""
)
TABLE_STATUS = _words("status state report progress done complete completed update outcome result open/closed closed resolution")
