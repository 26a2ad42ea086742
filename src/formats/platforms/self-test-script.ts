/** What a self-test does in the browser: marks each question, explains it, and tells the score. */
export const testScript = `(function(){
var form=document.querySelector('form');
function same(text){return String(text).trim().toLowerCase().replace(/\\s+/g,' ')}
function isRight(field){
if(field.dataset.value!==undefined){var value=parseFloat(field.value.replace(',','.').replace(/\\s/g,''));return Math.abs(value-Number(field.dataset.value))<=Number(field.dataset.tolerance)+1e-9*Math.abs(Number(field.dataset.value))}
return JSON.parse(field.dataset.accept).map(same).indexOf(same(field.value))>=0}
function shareOf(set){
var choices=[].slice.call(set.querySelectorAll('[data-correct]'));
if(choices.length)return choices.every(function(one){return one.checked===(one.dataset.correct==='true')})?1:0;
var fields=[].slice.call(set.querySelectorAll('[data-accept],[data-value]'));
return fields.length?fields.filter(isRight).length/fields.length:0}
form.addEventListener('submit',function(event){
event.preventDefault();
var got=0,all=0;
[].forEach.call(form.querySelectorAll('fieldset'),function(set){
var share=shareOf(set),points=Number(set.dataset.points);got+=share*points;all+=points;
var verdict=set.querySelector('.verdict');verdict.hidden=false;verdict.textContent=share===1?'\\u2713 '+form.dataset.right:'\\u2717 '+form.dataset.wrong;
[].forEach.call(set.querySelectorAll('.why'),function(one){one.hidden=false});
[].forEach.call(set.querySelectorAll('[data-correct]'),function(one){var said=one.closest('label').querySelector('.said');if(said)said.hidden=!one.checked});
});
var total=all?got/all:0;
form.querySelector('.score').textContent=form.dataset.score+': '+Math.round(total*100)+' %';
if(window.lecternScore)window.lecternScore(total);
});
})();`;
