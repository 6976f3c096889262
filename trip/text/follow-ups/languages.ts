/** Told apart well enough to say politely that only English is understood: scripts, and small words of others. */

const OTHER_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}\p{Script=Devanagari}]/gu;
const SMALL_WORDS =
  /(?<!\p{L})(?:bitte|können|kannst|verschiebe|streiche|auf|und|nicht|den|das|ist|wir|ich|ein|eine|einen|mit|für|zum|zur|tag|morgen|zeig|danke|por favor|puedes|mueve|quiero|quita|cambia|cambiar|el|los|las|una|para|con|que|jueves|viernes|lunes|martes|miércoles|sábado|domingo|gracias|hola|déplace|deplace|mets|enlève|enleve|s'il vous plaît|s'il|vous|nous|je|le|les|une|des|pour|avec|jeudi|vendredi|lundi|mardi|mercredi|samedi|dimanche|merci|jour|au|sposta|togli|vorrei|il|lo|gli|un|uno|per|con|giovedì|venerdì|lunedì|martedì|sabato|domenica|grazie|giorno|favor|mover|tire|quero|obrigado|obrigada|quinta|sexta|segunda|terça|dia|mais|não|sim|alsjeblieft|verplaats|naar|het|een|niet|donderdag|vrijdag|proszę|przenieś|tack|snälla|flytta|till)(?!\p{L})/giu;
/** Words that English has as well. */
const ENGLISH = /(?<!\w)(?:the|to|is|we|i|you|it|and|of|on|for|in|please|move|day|what|my|can|a|at|drop|with)(?!\w)/gi;

export function isOtherLanguage(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return false;
  if ((text.match(OTHER_SCRIPT)?.length ?? 0) * 2 >= letters) return true;
  const foreign = text.match(SMALL_WORDS)?.length ?? 0;
  const english = text.match(ENGLISH)?.length ?? 0;
  return foreign >= 2 && foreign > english;
}
