"""The few words of Dutch and Spanish that tell who was there; of these languages the grammar knows nothing else."""

from __future__ import annotations

from tcsg.reading.words.language import Language, words

OTHERS = Language(
    present=words("aanwezig aanwezigen deelnemers presentes asistentes"),
    excused=words("afwezig afwezigen afgemeld ausentes excusados"),
    attended=words("aanwezig aanwezigen deelnemers presentes presente asistentes asistencia participantes"),
    missing=words("afwezig afwezigen afgemeld ausentes ausente excusados excusado"),
    negations=words("niet"),
    bodies=words("bestuur leden gasten invitados miembros junta"),
    around=words("met bericht van de het los las con en"),
)
