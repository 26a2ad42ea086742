/** Elements that run, load, lead away or change how the rest of the page is read. */
const elements = new Set(
  (
    'script style iframe frame frameset object embed applet portal fencedframe base meta link title head body html ' +
    'form input button select textarea noscript template slot plaintext xmp noembed noframes audio video source track ' +
    'foreignobject animate animatemotion animatetransform set image feimage main'
  ).split(' '),
);

/** Attributes that load, send or run. */
const attributes =
  /^(?:on.*|srcset|srcdoc|poster|data|action|formaction|background|ping|http-equiv|autofocus|usemap|is)$/;
const linkTarget = /^(?:https?:\/\/|mailto:|tel:|#|files\/[\w.-]+(?:#|$))/i;
const ownPicture = /^(?:assets\/[\w.-]+|data:image\/)/;

const tag = /<(\/?)([a-z][^\s/>"'<]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

function forbiddenAttribute(element: string, name: string, value: string): boolean {
  if (attributes.test(name)) return true;
  if (name === 'src') return element !== 'img' || !ownPicture.test(value);
  if (name === 'href' || name === 'xlink:href') return !(element === 'a' ? linkTarget : /^#/).test(value);
  return name === 'style' && /url\s*\(|image-set|@|\\|expression\s*\(/i.test(value);
}

/**
 * The first thing in the HTML of a slide that no slide may hold, as written: lesson text cannot bring it in, so that it
 * comes from a template. `undefined` when there is nothing.
 */
export function forbiddenHtml(html: string): string | undefined {
  for (const [whole, slash = '', name = '', rest = ''] of html.matchAll(tag)) {
    const element = name.toLowerCase();
    if (elements.has(element)) return `<${slash}${name}>`;
    for (const [, key = '', quoted, single, bare] of rest.matchAll(attribute)) {
      if (forbiddenAttribute(element, key.toLowerCase(), (quoted ?? single ?? bare ?? '').trim()))
        return `${key} in ${whole.slice(0, 60)}`;
    }
  }
  const loose = /<[a-z/!?][^<>]{0,40}/i.exec(html.replace(tag, ''));
  return loose?.[0];
}
