/**
 * What a self-test does in the browser: marks a question when it is asked to, shows what is right and why, counts.
 * Texts are compared by the rules of the lesson's language; a number counts when it is one, with its unit or without.
 */
export const testScript = `(function(){
'use strict';
var main=document.querySelector('main'),lang=document.documentElement.lang;
function all(root,selector){return [].slice.call(root.querySelectorAll(selector))}
function lower(text){try{return text.toLocaleLowerCase(lang)}catch(e){return text.toLowerCase()}}
function same(text){return lower(String(text).normalize('NFKC').trim().replace(/\\s+/g,' ').replace(/[\\u2018\\u2019]/g,"'").replace(/[\\u2010-\\u2013\\u2212]/g,'-'))}
function numberIn(text,unit){
var word=same(text),end=same(unit||'');
if(end&&word.slice(-end.length)===end)word=word.slice(0,-end.length).trim();
word=word.replace(/(\\d) (?=\\d{3}(?!\\d))/g,'$1').replace(/ ?([-+^x\\u00d7\\u00b7]) ?/g,'$1').replace(/[\\u0660-\\u0669\\u06f0-\\u06f9]/g,function(digit){return digit.charCodeAt(0)&15}).replace(/\\u066b/g,',').replace(/[\\u00d7\\u00b7x]10\\^?(?=[+-]?\\d)/,'e');
var point=main.dataset.point==='true';
if((point?/^[+-]?\\d{1,3}(,\\d{3})+(\\.|e|$)/:/^[+-]?\\d{1,3}(\\.\\d{3}){2,}(,|e|$)/).test(word))word=word.split(point?',':'.').join('');
return /^[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)(e[+-]?\\d+)?$/.test(word)?Number(word.replace(',','.')):NaN}
function isRight(field){
var data=field.dataset;
if(data.value!==undefined){var value=Number(data.value);return Math.abs(numberIn(field.value,data.unit)-value)<=Number(data.tolerance)+1e-9*Math.abs(value)}
return JSON.parse(data.accept).map(same).indexOf(same(field.value))>=0}
function shareOf(form){
var choices=all(form,'[data-correct]');
if(choices.length)return choices.every(function(one){return one.checked===(one.dataset.correct==='true')})?1:0;
var places=all(form,'[data-item]');
if(places.length){var order=JSON.parse(form.dataset.order);return order.filter(function(item,i){
var put=places.filter(function(one){return one.value===String(i+1)});
return put.length===1&&put[0].dataset.item===String(item)}).length/order.length}
var fields=all(form,'[data-accept],[data-value]');
return fields.length?fields.filter(isRight).length/fields.length:0}
function tell(){
var done=all(main,'form[data-share]'),points=0,most=0,right=0;
all(main,'form').forEach(function(form){var share=Number(form.dataset.share||0);most+=Number(form.dataset.points);points+=share*Number(form.dataset.points);right+=share===1?1:0});
main.querySelector('.score').textContent=done.length?main.dataset.score.replace('{n}',right).replace('{count}',all(main,'form').length):'';
main.querySelector('.again').hidden=!done.length;
if(window.lecternScore&&done.length)window.lecternScore(most?points/most:0,done.length===all(main,'form').length)}
function mark(form){
var share=shareOf(form),verdict=form.querySelector('.verdict');
form.dataset.share=share;
verdict.textContent=share===1?'\\u2713 '+main.dataset.right:'\\u2717 '+main.dataset.wrong;
verdict.className='verdict '+(share===1?'right':'wrong');
all(form,'.key,.why').forEach(function(one){one.hidden=false});
all(form,'[data-correct]').forEach(function(one){var said=one.closest('label').querySelector('.said');if(said)said.hidden=!one.checked&&one.dataset.correct!=='true'});
all(form,'input,select,button').forEach(function(one){one.disabled=true});
verdict.focus();tell()}
all(main,'form').forEach(function(form){form.addEventListener('submit',function(event){event.preventDefault();mark(form)})});
main.querySelector('.again').addEventListener('click',function(){
all(main,'form').forEach(function(form){
form.reset();delete form.dataset.share;form.querySelector('.verdict').textContent='';form.querySelector('.verdict').className='verdict';
all(form,'.key,.why,.said').forEach(function(one){one.hidden=true});
all(form,'input,select,button').forEach(function(one){one.disabled=false})});
tell();main.querySelector('h1').focus();window.scrollTo(0,0)});
})();`;
