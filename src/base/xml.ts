/** Everything that XML 1.0 does not allow in a document (https://www.w3.org/TR/xml/#charsets). */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A document of XML without the characters that XML cannot hold; they become U+FFFD. */
export const onlyXml = (text: string): string => text.replace(notXml, '\ufffd');

/** Text that is safe as content of an XML element; characters that XML cannot hold become U+FFFD. */
export const escapeXmlText = (text: string): string =>
  onlyXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text that is safe in attributes of XML too, in quotes of either kind. */
export const escapeXml = (text: string): string =>
  escapeXmlText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
