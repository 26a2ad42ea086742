export { loadYaml, type YamlFile } from './yaml/load.ts';
