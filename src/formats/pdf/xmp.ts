import { escapeXmlText } from '../../base/index.ts';
import type { PdfMetadata } from './metadata.ts';

interface XmpClaims {
  readonly producer: string;
  /** Whether the file says that it meets ISO 14289-1. */
  readonly isAccessible: boolean;
}

/**
 * The metadata as an XMP packet (ISO 16684-1): what screen readers, search engines and repositories read.
 * It says the same as the information dictionary, and that the file meets PDF/UA-1 when that was found out.
 */
export function xmpPacket(metadata: PdfMetadata, { producer, isAccessible }: XmpClaims): string {
  const time = metadata.date?.toISOString().replace(/\.\d+Z$/, 'Z');
  const properties = [
    alternative('dc:title', metadata.title),
    list('dc:creator', 'rdf:Seq', metadata.authors),
    metadata.subject === undefined ? '' : alternative('dc:description', metadata.subject),
    list('dc:language', 'rdf:Bag', [metadata.lang]),
    `<dc:format>application/pdf</dc:format>`,
    `<xmp:CreatorTool>Lectern</xmp:CreatorTool>`,
    time === undefined ? '' : `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    `<pdf:Producer>${escapeXmlText(producer)}</pdf:Producer>`,
    isAccessible ? '<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>' : '',
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    ...properties.filter((property) => property !== ''),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const alternative = (name: string, text: string): string =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXmlText(text)}</rdf:li></rdf:Alt></${name}>`;

const list = (name: string, kind: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<${name}><${kind}>${items.map((item) => `<rdf:li>${escapeXmlText(item)}</rdf:li>`).join('')}</${kind}></${name}>`;
