"""The words of English minutes that tell how an action stands."""

from __future__ import annotations

from tcsg.reading.words.language import words

DONE = words(
    """
    done completed complete closed finished resolved discharged fixed merged actioned sent delivered achieved ✅ ✓ ✔ ☑ action_complete
    action_completed all_done now_done now_complete action_closed completed_and_closed yep yup already_done already_completed already_sent 100%
    is_done it_is_done it's_done this_is_done was_done this_was_done has_been_done this_has_been_done it_has_been_done have_been_done
    job_done been_done no_longer_open 100_% done_that done_this carried_out concluded ticked_off closed_out tick ticked cleared
    """
)
DONE_ALONE = words(
    """
    implemented executed verified submitted published posted paid solved sorted addressed fulfilled handled shipped deployed uploaded circulated
    accomplished signed_off taken_care_of dealt_with done_and_dusted complied complied_with
    """
)
DROPPED = words(
    """
    dropped dropping dropping_it dropping_this removed_item removed_this_item item_removed removed_action action_removed didn't_work_out
    didnt_work_out did_not_work_out cancelled canceled withdrawn lapsed superseded obsolete abandoned no_longer_needed no_longer_required
    no_longer_relevant
    no_longer_necessary no_longer_applicable not_necessary_anymore not_necessary_any_more not_needed_any_more not_required_any_more
    not_needed_anymore not_needed not_required overtaken_by_events obe void rejected won't_do wont_do won't_fix wontfix won't_be_done will_not_do
    will_not_be_done not_doing not_doing_this not_doing_it too_late not_going_to_do not_pursued no_longer_pursued moot discarded nobody_wants_it
    nobody_wants_it_any_more nobody_wants_it_anymore nobody_needs_it nobody_needs_it_any_more nobody_needs_it_anymore no_longer_wanted
    not_wanted_any_more closing_without_action closed_without_action not_pursued_further not_pursued_any_further scrapped let's_not
    decided_against no_need no_longer_applies no_longer_an_issue not_going_ahead not_happening not_proceeding given_up shelved stopped forget_it
    let_go we_let_it_go we_let_this_go let_it_go not_worth_it not_worth_the_effort not_going_to_happen binned struck_from_the_list struck_off
    struck_off_the_list removed_from_list removed_from_the_list taken_off_the_list off_the_list nfa no_further_action no_further_action_required
    no_further_action_needed no_further_action_necessary no_action_needed no_action_required no_action_necessary duplicate a_duplicate duplicated
    redundant canx discontinued descoped de-scoped rescinded written_off not_being_pursued not_being_progressed no_longer_proceeding
    no_longer_pursuing not_required_any_longer not_needed_any_longer decided_not_to
    replaced_by_the_following replaced_with_the_following replaced_by_the_next replaced_by_the_next_one replaced_by_a_new_one replaced_by_a_new_action
    replaced_by_new_action drop drop_it can_be_dropped to_be_dropped can_be_removed action_can_be_removed remove_from_list
    remove_from_the_list remove_this_item remove_item remove_this_action remove_action
    not_needed_now not_required_now not_necessary_now
    to_be_taken_off to_be_taken_off_the_list to_come_off_the_list take_off_the_list take_off_list to_be_removed_from_the_list to_be_struck_off
    to_be_removed no_longer_an_action not_an_action_anymore dead time_expired expired timed_out closed_as_not_needed
    item_dropped action_dropped overtaken waived not_necessary not_applicable_any_more not_applicable_anymore n/a_any_more n/a_anymore
    """
)
OPEN = words(
    """
    still_to_do yet_to_do still_outstanding ongoing on-going open outstanding pending wip in_progress in_hand not_done not_yet_done no_update
    no_progress deferred postponed moved_to_next_time moved_to_next_week moved_to_the_next_meeting moved_to_next_meeting
    to_be_carried_forward to_be_carried_over carried_forward carried_over carry_forward carry_over c/f continues
    continuing continued reassigned will_keep_trying keep_trying keeps_trying will_try_again try_again trying_again still_trying to_be_done
    reopened re-opened roll_over rolled_over rollover not_started on_hold incomplete not_complete not_completed partially_done partly_done
    still_open active started underway parked on_ice to_remain_open remains_open half_done under_way delayed to_do todo new stuck unresolved
    waiting still_waiting awaiting awaiting_reply awaiting_response no_reply_yet no_response_yet blocked stalled nope inprogress on_going in_train
    in_process work_in_progress c/fwd c/fwd. carry_fwd carried_fwd carry_fwd. carried_fwd. fwd to_carry_forward to_carry_over b/f b/fwd
    brought_forward rolled_forward roll_forward held_over hold_over pushed_back o/s not_yet not_begun nothing_to_report no_further_progress
    no_further_update no_movement behind_schedule on_track progressing making_progress good_progress some_progress being_done being_worked_on
    being_looked_into being_looked_at being_drafted being_prepared looking_into_it under_review in_review in_draft under_consideration
    under_discussion remains_outstanding remains_pending still_pending still_ongoing still_in_progress keep_open leave_open left_open stays_open
    verbal_update update_next_meeting update_at_next_meeting late as_above
    keep_on_list keep_on_the_list leave_on_list leave_on_the_list stays_on_the_list chasing 🔄 ⏳ 🚧
    """
)
OPEN_ALONE = words(
    """
    chased chased_twice being_chased no_reply no_response no_answer no_news no_change overdue escalated paused begun hold
    to_follow drafted on_agenda on_the_agenda on_today's_agenda on_schedule on_target
    """
)
FINISHED = words(
    """
    accepted added adopted answered appointed approved archived arranged bought booked built cancelled cleaned closed collected completed
    created deleted delivered deployed distributed done elected emailed e-mailed filed filled finalised finalized finished fixed forwarded given
    handed held hired implemented incorporated informed installed issued launched made mailed mended merged met migrated moved notified ordered
    organised organized paid posted printed produced published purchased ratified received recruited registered released removed renewed
    obtained repaired replaced replied resolved returned scheduled sent settled shared signed solved submitted tagged told transferred updated
    uploaded written
    """
)
