import { escapeAttribute } from '../../compose/index.ts';
import { isRightToLeft } from '../../text/index.ts';

/** The oldest browsers that show a deck as it is meant; `:has()` and, in Safari, constructed style sheets decide. */
const oldest = 'Chrome 115 / Edge 115, Firefox 121, Safari 16.4';

const sentences: Readonly<Record<string, string>> = {
  en: `This browser is too old for the slides below; some may look wrong, and they do not move. Open the file in a newer one (from ${oldest}).`,
  nl: `Deze browser is te oud voor de dia's hieronder; sommige zien er verkeerd uit, en ze bewegen niet. Open het bestand in een nieuwere (vanaf ${oldest}).`,
  de: `Dieser Browser ist für die Folien unten zu alt; manche sehen falsch aus, und sie bewegen sich nicht. Öffnen Sie die Datei in einem neueren (ab ${oldest}).`,
  fr: `Ce navigateur est trop ancien pour les diapositives ci-dessous ; certaines s’affichent mal et elles ne défilent pas. Ouvrez le fichier dans un navigateur plus récent (à partir de ${oldest}).`,
  es: `Este navegador es demasiado antiguo para las diapositivas de abajo; algunas pueden verse mal, y no avanzan. Abra el archivo en uno más reciente (a partir de ${oldest}).`,
  it: `Questo browser è troppo vecchio per le diapositive qui sotto; alcune possono apparire sbagliate, e non scorrono. Aprite il file in uno più recente (da ${oldest}).`,
  pt: `Este navegador é antigo demais para os slides abaixo; alguns podem aparecer errados, e eles não avançam. Abra o arquivo em um mais recente (a partir de ${oldest}).`,
  ru: `Этот браузер слишком старый для слайдов ниже: некоторые могут выглядеть неправильно, и они не переключаются. Откройте файл в более новом (от ${oldest}).`,
  el: `Αυτός ο περιηγητής είναι πολύ παλιός για τις διαφάνειες που ακολουθούν· μερικές μπορεί να φαίνονται λάθος και δεν αλλάζουν. Ανοίξτε το αρχείο σε νεότερο (από ${oldest}).`,
  he: `הדפדפן הזה ישן מדי לשקופיות שלמטה: ייתכן שחלקן ייראו לא נכון, והן אינן מתחלפות. פתחו את הקובץ בדפדפן חדש יותר (החל מ־${oldest}).`,
  ar: `هذا المتصفح أقدم من أن يعرض الشرائح أدناه كما ينبغي: قد يظهر بعضها خطأ، ولا تتحرك. افتح الملف في متصفح أحدث (بدءًا من ${oldest}).`,
  ja: `このブラウザーは古いため、以下のスライドの一部が正しく表示されず、ページ送りもできません。新しいブラウザー（${oldest} 以降）でファイルを開いてください。`,
  zh: `此浏览器版本过旧：下面的幻灯片可能显示不正确，也无法翻页。请用较新的浏览器（${oldest} 及以上）打开此文件。`,
};

/** What a browser that is too old shows above the slides; the player's style sheet hides it from all others. */
export function oldBrowser(lang: string): string {
  const known = lang.toLowerCase().split('-')[0] ?? '';
  const own = known in sentences ? known : 'en';
  return `<p id="lectern-old" lang="${own}" dir="${isRightToLeft(own) ? 'rtl' : 'ltr'}">${escapeAttribute(sentences[own] ?? '')}</p>`;
}
