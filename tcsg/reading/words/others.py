"""The few words of Dutch and Spanish that tell who was there, and of Japanese that tell how it stands; the grammar knows no others of these."""

from __future__ import annotations

from tcsg.reading.words.language import Language, words

OTHERS = Language(
    present=words("aanwezig aanwezigen deelnemers presentes asistentes"),
    excused=words("afwezig afwezigen afgemeld ausentes excusados"),
    attended=words("aanwezig aanwezigen deelnemers presentes presente asistentes asistencia participantes"),
    missing=words("afwezig afwezigen afgemeld ausentes ausente excusados excusado"),
    negations=words("niet"),
    bodies=words("bestuur leden gasten invitados miembros junta"),
    done=words("済 済み 完了"),
    open=words("未 未済 未了 未完了"),
    around=words("met bericht van de het los las con en"),
)
