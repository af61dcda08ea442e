"""The words of French phrases of time and what each means in English, in which all phrases of time are read."""

from __future__ import annotations

from tcsg.reading.words.language import meanings

WORDS = meanings(
    """
    janvier=january février=february mars=march avril=april juin=june juillet=july août=august septembre=september octobre=october
    novembre=november décembre=december lundi=monday mardi=tuesday mercredi=wednesday jeudi=thursday vendredi=friday samedi=saturday
    dimanche=sunday avant=before d'ici=by d’ici=by jusqu'au=until jusqu’au=until
    fin=end début=early prochaine=next prochain=next réunion=meeting séance=meeting
    semaine=week semaines=weeks mois=month année=year trimestre=quarter jours=days deux=two trois=three quatre=four échéance=deadline
    aujourd'hui=today demain=tomorrow mi=mid pâques=easter noël=christmas pentecôte=pentecost
    """
)
LITTLE = meanings(
    """
    le=on la=the les=the et=and
    """
)
"""Small words that are read only in a text that holds one of the others."""
PHRASES = meanings(
    """
    avant_le=before_the avant_la=before_the pour_le=by_the pour_la=by_the d'ici_le=by_the d'ici_la=by_the d'ici_au=by_the
    d’ici_le=by_the d’ici_la=by_the au_plus_tard_le=no_later_than_the fin_du=end_of la_semaine_prochaine=,_next_week
    date_limite=due_date date_butoir=due_date semaine_prochaine=next_week le_mois_prochain=,_next_month mois_prochain=next_month
    """
)
"""Words that mean something else together; they have as many in English."""
AS_SOON = ("dès que possible", "au plus vite", "au plus tôt")
