import { escapeXml } from '../../questions/index.ts';

/** The manifest of a SCORM 1.2 package with one object. */
export function scormManifest(id: string, title: string, files: readonly string[]): string {
  const listed = files.map((file) => `<file href="${escapeXml(file)}"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="lectern.${escapeXml(id)}" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="o"><organization identifier="o"><title>${escapeXml(title)}</title><item identifier="i" identifierref="r"><title>${escapeXml(title)}</title><adlcp:masteryscore>60</adlcp:masteryscore></item></organization></organizations>
<resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html">${listed}</resource></resources>
</manifest>
`;
}
