/**
 * Talks to the platform by SCORM 1.2: finds its API up to seven parents above, or in the window that opened this one;
 * without one it stays silent.
 * @param isTested whether there is a test whose score completes the lesson.
 */
export const scormScript = (isTested: boolean): string => `(function(){
function find(start){var at=start;for(var i=0;i<=7&&at;i++){try{if(at.API)return at.API}catch(e){return null}if(at.parent===at)break;at=at.parent}return null}
var api=null;try{api=find(window)||(window.opener?find(window.opener):null)}catch(e){}
if(!api)return;
function call(name,key,value){try{return api[name](key,value)}catch(e){return ''}}
try{api.LMSInitialize('')}catch(e){return}
var done=false,status=call('LMSGetValue','cmi.core.lesson_status');
function set(word){call('LMSSetValue','cmi.core.lesson_status',word);call('LMSCommit','')}
if(status!=='completed'&&status!=='passed')set(${isTested ? "'incomplete'" : "'completed'"});
window.lecternScore=function(share,isDone){
call('LMSSetValue','cmi.core.score.min','0');call('LMSSetValue','cmi.core.score.max','100');
call('LMSSetValue','cmi.core.score.raw',String(Math.round(share*100)));if(isDone)set('completed');else call('LMSCommit','')};
function finish(){if(done)return;done=true;call('LMSFinish','')}
window.addEventListener('pagehide',finish);window.addEventListener('beforeunload',finish);
})();`;
