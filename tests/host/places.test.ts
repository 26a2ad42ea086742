import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPlaces, type Places } from '../../src/host/places.ts';
import { folderWith } from './support.ts';

const project = (): string => {
  const root = join(folderWith(), 'project');
  for (const folder of ['lessons', 'templates', '.lectern', '.git', '../outside'])
    mkdirSync(join(root, folder), { recursive: true });
  return root;
};
const found = (root: string, places: Partial<Omit<Places, 'root'>> = {}): readonly string[] =>
  checkPlaces({ root, lessons: join(root, 'lessons'), output: join(root, 'output'), ...places }).map(
    ({ code, message }) => `${code} ${message.split(' ')[0] ?? ''}`,
  );

describe('links', () => {
  it('are none in a usual project', () => {
    const root = project();
    expect(found(root)).toEqual([]);
    expect(found(root, { cache: join(root, '.lectern/cache') })).toEqual([]);
    expect(found(join(root, 'nowhere'))).toEqual([]);
  });

  it.each([
    ['lessons', '../outside'],
    ['templates', '/etc'],
    ['output', '../outside'],
    ['output', '../outside/not/there/yet'],
    ['.lectern', '/'],
    ['.lectern', '../outside'],
  ])('a %s that leads to %s is told', (name, to) => {
    const root = join(project(), '../other');
    for (const folder of ['lessons', 'templates', '.lectern', 'output'])
      if (folder !== name) mkdirSync(join(root, folder), { recursive: true });
    symlinkSync(to, join(root, name));
    expect(found(root)).toEqual([`project/link-out ${name}`]);
  });

  it('in a folder above are told at that folder, once for all behind it', () => {
    const root = project();
    symlinkSync('../outside', join(root, 'away'));
    const places = {
      lessons: join(root, 'away/lessons'),
      output: join(root, 'away/output'),
      cache: join(root, 'away/c'),
    };
    expect(found(root, places)).toEqual(['project/link-out away']);
    expect(found(root, { cache: join(root, 'away') })).toEqual(['project/link-out away']);
  });

  it('through other links are followed to their end, and loops lead nowhere', () => {
    const root = project();
    symlinkSync('next', join(root, 'output'));
    symlinkSync('last', join(root, 'next'));
    symlinkSync('../outside/not-yet', join(root, 'last'));
    expect(found(root)).toEqual(['project/link-out output']);
    symlinkSync('round', join(root, 'turn'));
    symlinkSync('turn', join(root, 'round'));
    expect(found(root, { output: join(root, 'round') })).toEqual([]);
    expect(found(root, { output: join(root, 'round/deep') })).toEqual([]);
  });

  it('that stay in the project, and folders that were named outside, are the user’s own', () => {
    const root = project();
    mkdirSync(join(root, 'real'));
    symlinkSync('real', join(root, 'output'));
    expect(found(root)).toEqual([]);
    symlinkSync(join(root, '../outside'), join(root, '../link'));
    expect(found(root, { output: join(root, '../link'), cache: join(root, '../link') })).toEqual([]);
    symlinkSync('project', join(root, '../same'));
    const same = join(root, '../same');
    expect(found(same, { output: join(same, 'made') })).toEqual([]);
  });
});

describe('an output folder', () => {
  it.each([['lessons'], ['lessons/output'], ['templates'], ['templates/x'], ['.git'], ['.git/x'], ['.'], ['..']])(
    'at %s is among the sources',
    (place) => {
      const root = project();
      expect(found(root, { output: join(root, place) })).toEqual([`output/among-sources ${join(root, place)}`]);
    },
  );

  it.each([['output'], ['lessons2'], ['.lectern/output'], ['../outside'], ['../project2'], ['a/b/c']])(
    'at %s is a folder of its own',
    (place) => {
      const root = project();
      expect(found(root, { output: join(root, place) })).toEqual([]);
    },
  );

  it('is compared by what a link leads to', () => {
    const root = project();
    symlinkSync('lessons', join(root, 'output'));
    expect(found(root)).toEqual([`output/among-sources ${join(root, 'output')}`]);
    symlinkSync('project/templates', join(root, '../far'));
    expect(found(root, { output: join(root, '../far/made') })).toEqual([
      `output/among-sources ${join(root, '../far/made')}`,
    ]);
  });
});
