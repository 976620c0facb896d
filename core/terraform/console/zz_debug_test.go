package console
import ("testing";"os";"strings";"fmt";"time";"windtunnel/core/terraform")
func TestZZ(t *testing.T){
 b,_:=os.ReadFile("/tmp/h1/dbg.txt")
 for _,e:=range strings.Split(strings.TrimSpace(string(b)),"\n"){ s:=time.Now(); v:=Evaluate(terraform.EvaluateParams{Expressions:[]string{e},Folder:"/workspace/x"},nil).Values[0]
 j,er,ty:="","",""; if v.JSON!=nil{j=*v.JSON; if len(j)>200{j=j[:200]}}; if v.Error!=nil{er=*v.Error; if len(er)>400{er=er[:400]}}; if v.Type!=nil{ty=*v.Type}
 fmt.Println(e,"=>",j,er,ty,v.IsKnown,v.IsSensitive,time.Since(s))}
}
