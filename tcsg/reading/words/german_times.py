"""The words of German phrases of time and what each means in English, in which all phrases of time are read."""

from __future__ import annotations

from tcsg.reading.words.language import meanings

WORDS = meanings(
    """
    januar=january jänner=january februar=february märz=march mai=may juni=june juli=july oktober=october dezember=december
    montag=monday dienstag=tuesday mittwoch=wednesday donnerstag=thursday freitag=friday samstag=saturday sonntag=sunday bis=by
    spätestens=by vor=before innerhalb=within binnen=within ende=end mitte=mid anfang=early woche=week wochen=weeks monat=month
    monats=month monaten=months tagen=days jahr=year jahres=year quartal=quarter jahresende=eoy monatsende=eom zwei=two drei=three
    vier=four sechs=six nächste=next nächsten=next nächstes=next nächster=next kommende=next kommenden=next kommender=next dieser=this sitzung=meeting
    besprechung=meeting treffen=meeting heute=today morgen=tomorrow frist=deadline fällig=due sofort=asap umgehend=asap
    schnellstmöglich=asap abgabe=deadline abgabetermin=deadline veranstaltung=event konferenz=conference messe=fair fest=event
    ostern=easter pfingsten=pentecost weihnachten=christmas
    """
)
LITTLE = meanings(
    """
    der=this die=this das=this den=this dem=this ein=this eine=this an=to am=on im=in und=and
    """
)
"""Small words that are read only in a text that holds one of the others."""
PHRASES = meanings(
    """
    bis_zum=by_the bis_zur=by_the bis_spätestens=by_the vor_dem=before_the vor_der=before_the zum_jahresende=by_eoy
    zum_monatsende=by_eom innerhalb_von=within_the zum_nächsten=by_next
    zur_nächsten=by_next
    """
)
"""Words that mean something else together; they have as many in English."""
AS_SOON = ("so bald wie möglich", "sobald wie möglich", "so schnell wie möglich")
