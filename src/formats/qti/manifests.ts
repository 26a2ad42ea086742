import { escapeXml } from '../../questions/index.ts';

/** What a package says of itself. */
export interface PackageHead {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
}

/** Something of the package that its table of contents shows. */
export interface Entry {
  readonly title: string;
  readonly path: string;
  readonly type: string;
  /** Other files that it needs. */
  readonly more?: readonly string[];
}

const files = ({ path, more = [] }: Entry): string =>
  [path, ...more].map((file) => `<file href="${escapeXml(file)}"/>`).join('');

/** The manifest of a Common Cartridge 1.1. */
export function cartridgeManifest(
  { id, title, lang }: PackageHead,
  entries: readonly Entry[],
  loose: readonly string[],
): string {
  const items = entries.map(
    (entry, i) =>
      `<item identifier="i${i + 1}" identifierref="r${i + 1}"><title>${escapeXml(entry.title)}</title></item>`,
  );
  const resources = entries.map((entry, i) => {
    const href = entry.type === 'webcontent' ? ` href="${escapeXml(entry.path)}"` : '';
    return `<resource identifier="r${i + 1}" type="${entry.type}"${href}>${files(entry)}</resource>`;
  });
  const pictures = loose.map(
    (path, i) =>
      `<resource identifier="p${i + 1}" type="webcontent" href="${escapeXml(path)}"><file href="${escapeXml(path)}"/></resource>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="lectern.${escapeXml(id)}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lomm="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion><lomm:lom><lomm:general><lomm:title><lomm:string language="${escapeXml(lang)}">${escapeXml(title)}</lomm:string></lomm:title></lomm:general></lomm:lom></metadata>
<organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">${items.join('')}</item></organization></organizations>
<resources>${resources.join('')}${pictures.join('')}</resources>
</manifest>
`;
}

/** The manifest of a package of QTI 2.1 items. */
export function itemsManifest({ id }: PackageHead, entries: readonly Entry[]): string {
  const resources = entries.map(
    (entry, i) =>
      `<resource identifier="r${i + 1}" type="imsqti_item_xmlv2p1" href="${escapeXml(entry.path)}">${files(entry)}</resource>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="lectern.${escapeXml(id)}" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
<organizations/>
<resources>${resources.join('')}</resources>
</manifest>
`;
}
