"""The words of French minutes."""

from __future__ import annotations

from tcsg.reading.words.language import Language, meanings, words

FRENCH = Language(
    action_nouns=words(
        """
        actions action à_faire points_d'action point_d_action points_d_action suites_à_donner qui_fait_quoi répartition_des_tâches prochaines_actions
        tâche tâches suivi_des_actions prochaines_étapes choses_à_faire
        a_faire reste_à_faire prochaine_étape prochaine_action suite_à_donner points_à_suivre travaux_à_faire mesures_à_prendre
        pour_la_prochaine_réunion pour_la_prochaine_fois pour_la_prochaine_séance d'ici_la_prochaine_réunion d_ici_la_prochaine_réunion
        avant_la_prochaine_réunion points_en_attente
        """
    ),
    qualifiers=words(
        """
        relevé d ici liste des les de du la le l en cours à mener décidées nouvelles nouvelle anciennes précédente précédentes réunion réunions
        séance dernière prochaine suivi suivre engager ouvertes terminées réalisées et pour tableau récapitulatif jusqu entreprendre
        toutes restantes prévues rappel bilan
        réaliser attendues attendue prioritaires réparties avant fois par personne synthèse résumé compte_rendu point quand ouvertes urgentes
        """
    ),
    companions=words(
        """
        décision décisions
        responsable responsables échéances échéance délais engagements conclusions
        """
    ),
    marks=words("tâche tâches à_faire"),
    summary_words=words(
        """
        relevé récapitulatif tableau liste
        synthèse résumé
        """
    ),
    review_words=words("rappel bilan en_attente précédente précédentes dernière anciennes suivi"),
    new_words=words("nouveau nouveaux nouvelle nouvelles"),
    closed_headings=words("fait faites fini finies terminé terminées terminés réalisé réalisées achevé achevées clos closes"),
    open_headings=words("en_cours ouvertes ouverts nouveau nouvelles restantes en_attente non_attribué non_assigné non_affecté"),
    dropped_headings=words("abandonné abandonnées annulé annulées"),
    framing=words("sommaire table_des_matières divers questions_diverses"),
    elsewhere_headings=words(
        """
        ordre_du_jour présents présentes absents excusés participants décisions décision prochaine_réunion
        divers questions_diverses prochaine_séance prochain_rendez-vous prochaines_réunions date_de_la_prochaine_réunion
        date_de_la_prochaine_séance annexe annexes agenda calendrier
        """
    ),
    elsewhere=words("présents excusés"),
    checklists=words("checklist liste_de_contrôle avant_la_réunion avant_de_commencer souhaits critères attentes exigences"),
    told_headings=words("compte_rendu compte-rendu notes_de_réunion"),
    decision_marks=words("décision décisions vote"),
    remarks=words("information proposition remarque"),
    nothing=words("aucune aucun néant rien aucune_action sans_objet"),
    done=words("fait faite faits faites terminé terminée terminés terminées réalisé réalisée achevé achevée clos effectué effectuée envoyé envoyée"),
    dropped=words("abandonné abandonnée annulé annulée supprimé supprimée sans_suite sans_objet caduc"),
    open=words(
        """
        en_cours en_attente à_faire non_fait non_faite pas_fait pas_encore_fait reporté reportée à_suivre ouvert ouverte partiellement_fait
        partiellement_faite à_relancer
        """
    ),
    group_nouns=words(
        """
        président présidente trésorier trésorière secrétaire secrétariat bureau comité équipe conseil syndic gardien gardienne adhérents
        membres bénévoles animateur animatrice
        """
    ),
    nobody=words("qui personne quelqu'un on nous je il elle ils elles à_définir non_attribué non_assigné non_affecté"),
    unfilled=words("à_définir non_attribué non_assigné non_affecté"),
    no_names=words(
        """
        le la les un une du en à au aux avant après pour par et ou mais avec dans sur si quand chaque il elle nous lundi mardi
        mercredi jeudi vendredi samedi dimanche janvier février juin juillet août septembre octobre novembre décembre décision
        annexe annexes divers échéance délai lieu procuration procurations pouvoir pouvoirs
        """
    ),
    helped=words("avec_l'aide_de avec_l'appui_de avec_le_soutien_de en_lien_avec en_concertation_avec avec"),
    will=words("doit doivent va vont devra devront se_charge se_chargent est_chargé est_chargée sont_chargés s'occupe s’occupe s'occupent"),
    articles=words("le la les un une"),
    joins=words("et ainsi_que"),
    doing=words(
        """
        porte apporte passe donne tient assure suit revoit relit étudie installe nettoie remplace dépose récupère présente partage réunit
        vérifie contacte appelle envoie rédige prépare organise demande commande achète réserve prend transmet relance fait écrit propose
        cherche invite informe convoque imprime répare repeint paie règle finalise complète diffuse publie
        """
    ),
    table_action=words(
        """
        action actions tâche tâches à_faire quoi
        action_à_réaliser actions_à_réaliser action_à_mener actions_à_mener action_à_entreprendre actions_à_entreprendre tâche_à_faire tâches_à_faire
        prochaine_étape prochaines_étapes point_d'action points_d'action suite_à_donner suites_à_donner
        """
    ),
    table_text=words("descriptif libellé objet"),
    finished=words(
        """
        achevé achevée acheté achetée commandé commandée créé créée diffusé diffusée effectué effectuée envoyé envoyée fait faite installé
        installée payé payée publié publiée reçu reçue rédigé rédigée réglé réglée remplacé remplacée réparé réparée réservé réservée signé
        signée terminé terminée transmis transmise
        """
    ),
    table_number=words("n° no numéro réf"),
    table_owner=words(
        """
        responsable responsables qui pilote porteur par attribué_à
        par_qui qui_fait référent référente référents en_charge chargé_de personne_responsable personnes_responsables porteurs pilotes attribuée_à
        affecté_à affectée_à
        """
    ),
    table_due=words(
        """
        échéance délai quand pour_quand avant_le date_limite pour_le date_butoir
        échéances délais date_d'échéance date_prévue date_de_fin date_de_réalisation à_faire_avant à_faire_pour pour_le avant
        """
    ),
    table_status=words(
        """
        statut état avancement suivi
        état_d'avancement fait réalisé réalisée terminé terminée
        """
    ),
    present=words(
        """
        présents présentes présent présente participants étaient_présents membres_présents autour_de_la_table étaient_là
        ont_participé sont_présents en_présence_de
        """
    ),
    takers=words(
        """
        secrétaire secrétaire_de_séance compte_rendu rédacteur rédactrice animateur animatrice
        rédaction rédigé_par
        """
    ),
    excused=words("excusés excusées excusé excusée absents absentes absents_excusés"),
    attended=words(
        """
        présents présentes présent présente participants participantes participant présence
        participé
        """
    ),
    missing=words("excusés excusées excusé excusée absents absentes absent absente"),
    negations=words("pas non"),
    bodies=words("membres membre bureau conseil invités invitées invité comité équipe distance visio"),
    around=words(
        """
        étaient les des du de la le et ou autres personnes liste feuille en à d administration ca partiellement visio
        ont étaient sont
        """
    ),
    hosts=words(
        """
        secrétaire secrétaire_de_séance rédacteur rédactrice animateur animatrice présidence président_de_séance
        rédaction
        """
    ),
    nameless=words(
        """
        aucun aucune personne tous ordre lieu date heure
        procuration procurations pouvoir pouvoirs
        """
    ),
    cardinals=meanings("deux=2 trois=3 quatre=4 cinq=5 sept=7 huit=8 dix=10 onze=11 douze=12"),
    ordinals=meanings(
        """
        premier=1 première=1 deuxième=2 seconde=2 troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9
        dixième=10 onzième=11 douzième=12
        """
    ),
)

INFINITIVES = words(
    """
    acheter actualiser adresser ajouter analyser appeler apporter assurer attacher chercher choisir chiffrer clarifier commander compléter confirmer
    contacter afficher accrocher arroser balayer changer couper démonter monter
    convoquer coordonner corriger créer définir déposer développer diffuser distribuer écrire élaborer envoyer établir étudier évaluer faire finaliser
    fixer fournir identifier imprimer informer installer intégrer inviter lancer lister mettre modifier nettoyer obtenir organiser partager payer
    planifier poser poster prendre préparer préciser présenter prévenir prévoir proposer publier ranger rappeler récupérer recruter rédiger rechercher
    réfléchir relancer relire remplacer remplir renouveler rencontrer réparer répondre réserver solliciter signer suivre tester terminer traduire
    transmettre trier trouver valider vérifier voir
    """
)
"""Verbs that open an order: `Contacter la mairie`."""
