echo $'ansi\tc' "nested $(echo "quotes `date +%s`")" ${array[@]:1:2} ${var//a/b} ${!prefix*} {1..5} &> /dev/null
function f { time -p [ -f x ] && ! grep -q y <<< "$z"; }
select x in a b; do break; done
if [[ -n ${a:-} && ( $b == c* || $b -nt d ) ]]; then :; elif (( a > 1 )); then let b++; else true; fi
coproc { cat; }
trap 'rm -f "$tmp"' EXIT
x=1 y=(2 3) cmd >out 2>&1 <in | tee >(wc -l) |& cat &
