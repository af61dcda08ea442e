"""The words of German minutes."""

from __future__ import annotations

from tcsg.reading.words.language import Language, meanings, words

GERMAN = Language(
    action_nouns=words(
        """
        aufgabe aufgaben aufgabenliste maßnahme maßnahmen massnahme massnahmen maßnahmenliste maßnahmenplan aktionspunkt aktionspunkte
        handlungspunkte offene_punkte offene_aufgaben
        arbeitsauftrag arbeitsaufträge to_do's to_dos todos todoliste to_do_liste nächste_schritte pendenzen pendenzenliste
        aufgabenverteilung wer_macht_was
        auftrag aufträge zu_erledigen was_ist_zu_tun was_zu_tun_ist noch_zu_tun zu_tun hausaufgabe hausaufgaben arbeitspaket arbeitspakete
        folgeaufgaben umzusetzen weiteres_vorgehen bis_zum_nächsten_mal bis_zur_nächsten_sitzung bis_zum_nächsten_treffen
        bis_zur_nächsten_besprechung erledigungen
        """
    ),
    qualifiers=words(
        """
        aus der die das den dem des vom von bis zur zum nächste nächsten letzten letzte letztem letzter vorigen voriger
        vorigem vergangenen sitzung sitzungen protokoll besprechung woche wochen monat monats quartal jahr
        treffen offene offen neue neu alte laufende erledigte erledigt und übersicht liste zusammenfassung alle stand vereinbarte beschlossene
        verteilte weitere unsere für seit geplant geplante anstehende kommende kommenden nächster nächstes meeting meetings termin abgabe
        mal letztes rückblick rückschau erledigung zu erledigende erledigenden folgende folgenden dieser tage vereinbarten vereinbart
        früheren früherer frühere terminen
        """
    ),
    companions=words(
        """
        beschluss beschlüsse ergebnis ergebnisse entscheidung entscheidungen vereinbarungen festlegungen termine fristen verantwortliche
        verantwortlichkeiten zuständigkeiten zuständige
        """
    ),
    marks=words("aufgabe aufgaben maßnahme massnahme aktionspunkt arbeitsauftrag"),
    summary_words=words("übersicht zusammenfassung liste aufgabenliste maßnahmenliste"),
    review_words=words(
        "rückblick rückschau erledigung letzten letzte letztem letzter vorigen voriger vorigem vergangenen früheren früherer alte offene laufende"
    ),
    new_words=words("neu neue neuen"),
    closed_headings=words("erledigt erledigte erledigtes abgeschlossen abgeschlossene abgeschlossenes"),
    open_headings=words(
        """
        offen offene offenes neu neue laufend laufende in_arbeit in_bearbeitung noch_offen nicht_zugewiesen nicht_zugeteilt nicht_vergeben
        unerledigt unerledigte unerledigtes liegengebliebenes
        """
    ),
    dropped_headings=words("entfallen gestrichen zurückgezogen"),
    elsewhere_headings=words(
        """
        tagesordnung anwesend anwesende anwesenheit teilnehmer teilnehmende teilnehmerinnen entschuldigt beschlüsse beschluss nächste_sitzung
        verschiedenes sonstiges diverses nächstes_treffen nächste_besprechung nächster_termin nächste_termine nächstes_meeting termine
        anlage anlagen anhang
        """
    ),
    framing=words("inhalt inhaltsverzeichnis sonstiges verschiedenes nächste_sitzung nächster_termin"),
    elsewhere=words("tagesordnung anwesende teilnehmende"),
    checklists=words("checkliste vor_der_sitzung vor_dem_beginn zum_start wünsche anforderungen kriterien erwartungen"),
    told_headings=words("protokoll sitzungsprotokoll notizen"),
    decision_marks=words("beschluss beschlüsse beschlossen abstimmung antrag"),
    remarks=words("hinweis info information anmerkung vorschlag"),
    nothing=words("keine keine_aufgaben keine_maßnahmen keiner entfällt keine_offenen_punkte"),
    done=words("erledigt abgeschlossen fertig umgesetzt ist_erledigt wurde_erledigt ausgeführt"),
    dropped=words(
        """
        entfallen entfällt gestrichen hinfällig nicht_mehr_nötig nicht_mehr_gebraucht wird_nicht_mehr_gebraucht wird_nicht_mehr_benötigt
        nicht_mehr_benötigt zurückgezogen verworfen überholt aufgegeben hat_sich_erledigt fallen_gelassen fallengelassen
        """
    ),
    open=words(
        "offen noch_offen in_arbeit in_bearbeitung läuft laufend vertagt verschoben zurückgestellt nicht_erledigt teilweise_erledigt begonnen"
    ),
    group_nouns=words(
        """
        vorstand vorsitz vorsitzende vorsitzender kassenwart kassenwartin kassierer kassiererin schriftführer schriftführerin beirat ausschuss
        team sekretariat verwaltung geschäftsführung hausmeister hausverwaltung arbeitsgruppe ag schatzmeister schatzmeisterin
        """
    ),
    nobody=words("wer niemand jemand man wir ich er sie es offen nicht_zugewiesen nicht_zugeteilt nicht_vergeben"),
    unfilled=words("offen nicht_zugewiesen nicht_zugeteilt nicht_vergeben"),
    no_names=words(
        """
        wer was wie wo wann warum wichtig dringend hinweis
        der die das dem ein eine einen im am bis nach vor wenn und oder aber für mit von zu zur zum nächste nächster beschluss
        montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz juni oktober dezember es wir sie
        anlage anlagen anhang verschiedenes sonstiges diverses frist termin termine ort datum beginn ende
        """
    ),
    helped=words("mit_unterstützung_von unterstützt_von mit_hilfe_von in_absprache_mit gemeinsam_mit nach_rücksprache_mit mit"),
    will=words("soll sollen wird werden muss müssen hat_zu haben_zu übernimmt übernehmen kümmert_sich kümmern_sich"),
    articles=words("der die das dem den ein eine"),
    joins=words("und sowie"),
    doing=words(
        """
        klärt klären prüft prüfen schreibt schreiben verschickt verschicken versendet versenden sendet senden schickt schicken organisiert
        organisieren erstellt erstellen bestellt bestellen ruft rufen fragt fragen informiert informieren meldet melden plant planen
        holt holen kauft kaufen sucht suchen bereitet bereiten legt legen lädt laden macht machen spricht sprechen besorgt besorgen reserviert
        reservieren bucht buchen überarbeitet überarbeiten ergänzt ergänzen aktualisiert aktualisieren koordiniert koordinieren stellt stellen
        lässt lassen bringt bringen gibt geben nimmt nehmen verteilt verteilen entwirft entwerfen sammelt sammeln kontaktiert kontaktieren vereinbart
        vereinbaren repariert reparieren streicht streichen druckt drucken leitet leiten veröffentlicht veröffentlichen berichtet berichten
        beantragt beantragen reicht reichen setzt setzen testet testen liefert liefern bezahlt bezahlen zahlt zahlen überweist überweisen
        kündigt kündigen beauftragt beauftragen führt führen hängt hängen recherchiert recherchieren mäht mähen pflanzt pflanzen backt backen
        """
    ),
    table_action=words(
        """
        aufgabe aufgaben maßnahme maßnahmen massnahme was aktionspunkt arbeitsauftrag
        aktionspunkte arbeitsaufträge pendenz pendenzen massnahmen arbeitspaket zu_erledigen was_ist_zu_tun nächster_schritt nächste_schritte
        """
    ),
    table_text=words(
        """
        beschreibung inhalt thema aktion aktionen
        tätigkeit tätigkeiten offener_punkt offene_punkte punkt
        """
    ),
    finished=words(
        """
        abgeschickt abgesagt abgeschlossen angelegt angenommen ausgeführt beantwortet behoben beschafft bestellt bezahlt eingereicht eingerichtet
        erledigt erstellt fertiggestellt gebucht gekauft geklärt gelöscht gemacht geschickt geschrieben gesendet informiert installiert
        repariert umgesetzt unterschrieben verschickt verschoben versandt veröffentlicht
        """
    ),
    table_number=words("nr nummer lfd_nr lfd._nr top"),
    table_owner=words(
        """
        wer verantwortlich verantwortliche verantwortlicher zuständig zuständigkeit bearbeiter bearbeiterin durch
        verantwortung zuständige zuständiger bearbeitet_von bearbeitung_durch umsetzung_durch erledigung_durch wer_macht_es wer_macht_das kümmert_sich
        übernimmt ansprechpartner ansprechpartnerin ansprechperson
        """
    ),
    table_due=words(
        """
        frist termin fällig bis bis_wann wann fälligkeit
        fällig_am fällig_bis fälligkeitsdatum fälligkeitstermin zieltermin zieldatum endtermin erledigen_bis zu_erledigen_bis erledigung_bis bis_zum
        bis_datum zeitrahmen stichtag umsetzung_bis
        """
    ),
    table_status=words(
        """
        stand erledigt ergebnis
        sachstand bearbeitungsstand umsetzungsstand fortschritt erledigt_am aktueller_stand bearbeitungsstatus
        """
    ),
    present=words(
        """
        anwesend anwesende anwesenheit teilnehmer teilnehmende teilnehmerinnen teilnehmer:innen gäste da dabei mit_dabei vor_ort
        präsent teilgenommen_haben anwesend_waren anwesend_sind es_waren_anwesend es_waren_da da_waren wir_waren
        """
    ),
    takers=words("protokoll protokollführung protokollant protokollantin leitung sitzungsleitung moderation"),
    excused=words("entschuldigt abwesend entschuldigte fehlend"),
    attended=words(
        """
        anwesend anwesende anwesenden anwesenheit anwesenheitsliste teilnehmer teilnehmende teilnehmenden teilnehmerinnen
        teilnehmerliste teilnahme
        präsent teilgenommen
        """
    ),
    missing=words("entschuldigt entschuldigte abwesend abwesende abwesenheit fehlend fehlende fehlen fehlt"),
    negations=words("nicht"),
    bodies=words("mitglieder mitglied vorstand beirat gäste gast zugeschaltet präsenz ort"),
    around=words(
        """
        heute weitere sonstige stimmberechtigte der die des und in im vor per projekt personen vom von zoom teilweise zeitweise später anfangs
        haben hat waren sind folgende sowie
        """
    ),
    hosts=words("protokoll protokollführung protokollant protokollantin leitung sitzungsleitung moderation vorsitz"),
    nameless=words("keine keiner niemand alle tagesordnung beginn ende sitzung ort datum zeit uhrzeit protokoll begrüßung"),
    cardinals=meanings("zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12"),
    ordinals=meanings(
        """
        erste=1 ersten=1 erster=1 erstes=1 zweite=2 zweiten=2 zweiter=2 zweites=2
        dritte=3 dritten=3 dritter=3 drittes=3 vierte=4 vierten=4 vierter=4 viertes=4
        fünfte=5 fünften=5 fünfter=5 fünftes=5 sechste=6 sechsten=6 sechster=6 sechstes=6
        siebte=7 siebten=7 siebter=7 siebtes=7 achte=8 achten=8 achter=8 achtes=8
        neunte=9 neunten=9 neunter=9 neuntes=9 zehnte=10 zehnten=10 zehnter=10 zehntes=10
        elfte=11 elften=11 elfter=11 elftes=11 zwölfte=12 zwölften=12 zwölfter=12 zwölftes=12
        """
    ),
)

INFINITIVES = words(
    """
    abstimmen aktualisieren anfragen anlegen arbeiten archivieren aufräumen backen basteln bauen beantragen beantworten beauftragen bereiten
    berichten beschaffen besorgen besprechen bestellen besuchen bewerben bezahlen bitten bleiben bohren bringen buchen bügeln checken dokumentieren
    drehen drucken einigen einladen entscheiden entwerfen erfragen ergänzen erinnern erklären erledigen erproben erstellen fahren festlegen filmen
    finden formulieren fotografieren fragen fügen führen füllen geben gehen gestalten gießen halten hängen heften holen implementieren informieren
    installieren kaufen kleben klären kochen kontaktieren kontrollieren koordinieren kopieren kündigen kümmern laden lassen legen leihen leiten lesen
    liefern lösen löschen machen malen mähen melden messen mieten montieren nehmen nähen ordnen organisieren passen pflanzen pflegen planen posten
    probieren programmieren präsentieren prüfen putzen rechnen recherchieren reden reichen reinigen renovieren reparieren reservieren rufen sammeln
    schaffen schalten schauen schicken schneiden schreiben schließen schleifen sehen senden setzen sichten sortieren spenden sprechen starten stecken
    stellen streichen streuen suchen tauschen teilen testen tragen trennen treffen treten übersetzen überarbeiten überlegen überprüfen umsetzen
    unterschreiben verfassen vereinbaren verlängern veröffentlichen verschicken verteilen vervollständigen verwalten vorbereiten wählen warten waschen
    wechseln werben werfen zahlen zeichnen zeigen ziehen
    """
)
"""Verbs that close an order: `Plakate drucken`."""
