# Makes $base an absolute path: of the home of whoever runs this.
case $base in
'~') base=$HOME ;;
'~/'*) base=$HOME/${base#??} ;;
/*) ;;
*) base=$HOME/$base ;;
esac
